extension StyleSheet {
    /// The grid of the page and what stands around the text.
    static let page = """
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 17px/27px var(--serif); overflow-wrap: break-word;
        }
        .frame {
          display: grid; grid-template-columns: 15rem minmax(0, 42rem) 14rem; column-gap: 2.5rem;
          max-width: 80rem; margin: 0 auto; padding: 0 1.5rem;
        }
        main { grid-column: 2; padding: 2.5rem 0 4rem; min-width: 0; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--panel); z-index: 2; }
        a { color: var(--series-1-label); text-decoration-thickness: 1px; text-underline-offset: .15em; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--series-1); outline-offset: 2px; }
        .chapter-head { margin: 0 0 2rem; }
        .chapter-head .kicker { margin: 0; font: 600 13px/24px var(--sans); color: var(--muted); }
        .chapter-head h1 { margin: .25rem 0 .75rem; }
        .chapter-head .promise { margin: 0; max-width: 36rem; font-size: 19px; line-height: 29px; color: var(--muted); }
        .page-foot {
          margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--grid);
          font: 13px/20px var(--sans); color: var(--muted);
        }
        .page-foot p { margin: 0 0 .5rem; max-width: 36rem; }

        """

    /// The list of chapters, the contents of the page, previous and next.
    static let navigation = """
        .sidebar { grid-column: 1; font: 14px/20px var(--sans); }
        .sidebar nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 2.5rem .25rem 2rem; margin-left: -.25rem; }
        .sidebar .book-title { display: block; padding: .2rem 0; font-weight: 650; color: var(--ink); text-decoration: none; }
        .sidebar ol { list-style: none; margin: .75rem 0 0; padding: 0; }
        .sidebar .part { margin: 1rem 0 0; font: 600 13px/18px var(--sans); color: var(--ink); }
        .sidebar .part span { display: block; font-weight: 400; font-size: 12px; color: var(--muted); }
        .sidebar .part + ol { margin-top: .2rem; }
        .sidebar ol ol { margin: 0 0 .4rem; padding-left: 1.6rem; }
        .sidebar a { display: block; padding: .22rem 0; color: var(--muted); text-decoration: none; min-height: 24px; }
        .sidebar a:hover { color: var(--ink); text-decoration: underline; }
        .sidebar li > a .number { display: inline-block; min-width: 1.6rem; font-variant-numeric: tabular-nums; }
        .sidebar a[aria-current] { color: var(--ink); font-weight: 650; }
        .search { position: relative; margin-top: .75rem; }
        .search input {
          width: 100%; min-height: 32px; padding: .25rem .6rem; font: 14px/20px var(--sans); color: var(--ink);
          background: var(--panel); border: 1px solid var(--axis); border-radius: 4px;
        }
        .search input::placeholder { color: var(--muted); opacity: 1; }
        .sidebar .search ul {
          position: fixed; z-index: 3; width: min(30rem, calc(100vw - 2rem)); max-height: 75vh; overflow-y: auto; margin: .3rem 0 0;
          padding: .3rem; list-style: none; background: var(--paper); border: 1px solid var(--axis); border-radius: 6px;
          box-shadow: 0 4px 16px rgb(0 0 0 / .18);
        }
        .search li { margin: 0; padding: .3rem .5rem; border-radius: 4px; }
        .search li[aria-selected="true"] { background: var(--panel); outline: 1px solid var(--axis); }
        .search li a { padding: 0; color: var(--ink); }
        .search li b { display: block; font-weight: 600; }
        .search li span { display: block; font: 13px/18px var(--sans); color: var(--muted); }
        .search mark { color: inherit; background: color-mix(in srgb, var(--series-2) 22%, transparent); border-radius: 2px; }
        .theme-toggle {
          margin-top: 1rem; padding: .3rem .7rem; font: 13px/20px var(--sans); color: var(--muted);
          background: none; border: 1px solid var(--axis); border-radius: 4px; cursor: pointer;
        }
        .contents {
          float: right; clear: right; width: 14rem; margin: 0 -16.5rem 1.5rem 0;
          font: 13px/19px var(--sans); color: var(--muted);
        }
        .contents h2 { margin: 0 0 .4rem; font: 650 13px/20px var(--sans); color: var(--ink); }
        .contents ol { list-style: none; margin: 0; padding: 0; border-left: 1px solid var(--grid); }
        .contents a { display: block; padding: .2rem 0 .2rem .8rem; min-height: 24px; color: var(--muted); text-decoration: none; }
        .contents li.level-3 a { padding-left: 1.8rem; }
        .contents a:hover { color: var(--ink); text-decoration: underline; }
        .turn { display: flex; justify-content: space-between; gap: 1rem; margin-top: 3rem; font: 15px/22px var(--sans); }
        .turn a { display: block; max-width: 48%; padding: .6rem 0; text-decoration: none; }
        .turn a span { display: block; font-size: 12px; color: var(--muted); }
        .turn .next { margin-left: auto; text-align: right; }

        """

    /// What changes below 75 and 50 rem.
    static let narrow = """
        @media (max-width: 75rem) {
          .frame { grid-template-columns: 13rem minmax(0, 42rem); max-width: 60rem; }
          .contents { float: none; width: auto; margin: 0 0 2rem; }
          .note, :is(figcaption, .table-notes) .note {
            float: none; display: block; width: auto; margin: .6rem 0; padding: .1rem 0 .1rem .9rem;
            border-left: 3px solid var(--grid);
          }
          figure.table:has(.table-notes) { display: flex; flex-direction: column; }
          .table-notes { order: 1; margin-top: .6rem; }
        }
        @media (max-width: 50rem) {
          .frame { display: block; padding: 0 1rem; }
          .sidebar nav { position: static; max-height: none; padding: 1rem 0; border-bottom: 1px solid var(--grid); }
          .sidebar .part { margin: 1rem 0 0; font: 600 13px/18px var(--sans); color: var(--ink); }
        .sidebar .part span { display: block; font-weight: 400; font-size: 12px; color: var(--muted); }
        .sidebar .part + ol { margin-top: .2rem; }
        .sidebar ol ol { display: none; }
          .sidebar nav > ol { columns: 2; column-gap: 1rem; }
          .sidebar li { break-inside: avoid; }
          .sidebar li > a:has(.number) { padding-left: 1.1rem; text-indent: -1.1rem; }
          .sidebar li > a .number { min-width: 1.1rem; text-indent: 0; }
          main { padding-top: 1.5rem; }
          h1 { font-size: 30px; line-height: 36px; }
          pre.numbered { padding-left: 1rem; }
          pre .row > a, .copy { display: none; }
          table { font-size: 13px; line-height: 19px; }
          th, td { padding-right: .6rem; }
          /* The number goes below a formula that leaves no room for it. */
          .equation { flex-wrap: wrap; }
          .equation math { flex: 1 0 auto; }
          .equation .number { margin-left: auto; }
        }
        @media (max-width: 44rem) {
          figure.plot .wide { display: none; }
          figure.plot .narrow { display: block; }
        }

        """

    /// A chapter on paper.
    static let print = """
        @media print {
          :root, :root[data-theme] { color-scheme: light; --paper: #fff; }
          body { font-size: 10.5pt; line-height: 15pt; }
          .frame { display: block; max-width: none; padding: 0; }
          main { padding: 0; }
          .sidebar, .contents, .turn, .permalink, .skip, .copy, .tip, .chosen, .slider, .slider[hidden] { display: none; }
          .note, :is(figcaption, .table-notes) .note { float: none; display: block; width: auto; margin: .3rem 0 .3rem 1.5rem; font-size: 9pt; line-height: 12pt; }
          /* The entries of cited works stand at the end in any case. */
          .note:not(:has(> sup)) { display: none; }
          p { orphans: 3; widows: 3; }
          figure, pre, table, .equation, .claims li { break-inside: avoid; }
          h2, h3, figure.table figcaption { break-after: avoid; }
          figure.plot svg { max-height: 200mm; }
          /* Nobody scrolls on paper: long lines of code are broken, wide formulas and tables reach out. */
          pre { font-size: 8.5pt; line-height: 12pt; white-space: pre-wrap; overflow: visible; }
          .scroll, .equation { overflow: visible; }
          a, a.term { color: inherit; text-decoration: none; }
          details:not([open]), figcaption .source { display: none; }
          @page { margin: 18mm; }
          figure.plot .wide { display: block; }
          figure.plot .narrow { display: none; }
        }

        """
}
