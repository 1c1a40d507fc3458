extension StyleSheet {
    /// Headings, paragraphs, notes, formulas.
    static let prose = """
        article > p, article > ul, article > ol, article > blockquote, article > h2, article > h3, article > dl { max-width: 36rem; }
        p { margin: 0 0 1rem; hanging-punctuation: first; }
        ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; }
        li + li { margin-top: .35rem; }
        h1, h2, h3, h4 { font-family: var(--sans); font-weight: 650; text-wrap: balance; }
        h1 { font-size: 38px; line-height: 44px; letter-spacing: -.015em; }
        h2 { font-size: 23px; line-height: 30px; margin: 2.75rem 0 .75rem; letter-spacing: -.005em; }
        h3 { font-size: 18px; line-height: 26px; margin: 2rem 0 .5rem; }
        h2 .number { color: var(--muted); font-weight: 400; margin-right: .15em; }
        .permalink { color: var(--muted); text-decoration: none; font-weight: 400; opacity: 0; padding: 0 .3rem; }
        :is(h2, h3, h4):hover .permalink, .permalink:focus { opacity: 1; }
        blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid var(--grid); color: var(--muted); }
        hr { border: 0; border-top: 1px solid var(--grid); margin: 2rem 0; }
        img { max-width: 100%; height: auto; }
        .note {
          float: right; clear: right; width: 14rem; margin: .2rem -22.5rem 1rem 0;
          font: 13px/19px var(--sans); color: var(--muted);
        }
        .table-notes { max-width: 40rem; }
        :is(figcaption, .table-notes) .note { margin-right: -18.5rem; }
        .note p { margin: 0; }
        .note-mark { font: 11px/1 var(--sans); color: var(--series-1-label); }
        .equation {
          display: flex; align-items: center; gap: 1rem; margin: 1.25rem 0; overflow-x: auto; overflow-y: hidden;
          padding: .25rem 0;
        }
        .equation math { flex: 1; margin: 0; }
        .equation .number { font: 14px/24px var(--sans); color: var(--muted); text-decoration: none; min-height: 24px; }
        .equation:target, figure:target { outline: 2px solid var(--grid); outline-offset: .4rem; }
        .references { max-width: 36rem; font: 14px/21px var(--sans); }
        .references ul { list-style: none; padding: 0; }
        .references li { padding-left: 1.4rem; text-indent: -1.4rem; }
        .references li:target { background: var(--panel); }
        dfn { font-style: normal; font-weight: 700; }
        dfn:target, dt:target { background: var(--panel); }
        a.term { color: inherit; text-decoration: underline dotted var(--axis); }
        .chapter-list .part { margin: 1.25rem 0 .2rem; font: 650 15px/24px var(--sans); }
        .chapter-list ul { margin: 0; padding: 0; list-style: none; }
        .chapter-list li { display: flex; margin: .2rem 0; }
        .chapter-list .number { flex: none; width: 1.8rem; color: var(--muted); }
        .glossary dt { font-weight: 700; margin-top: 1.25rem; }
        .glossary dd { margin: 0; }
        .glossary p { margin: 0; }
        .glossary .place { font: 13px/24px var(--sans); color: var(--muted); }
        .unbroken, p a:is([href*="#fig-"], [href*="#tbl-"], [href*="#eq-"]) { white-space: nowrap; }

        """

    /// Listings, output, claims.
    static let code = """
        code, samp, pre { font-family: var(--mono); }
        :not(pre) > code { font-size: .84em; padding: .1em .25em; background: var(--panel); border-radius: 3px; }
        pre {
          margin: 0 0 1rem; padding: .8rem 1rem; overflow-x: auto; background: var(--panel); border-radius: 5px;
          font-size: 14px; line-height: 21px; tab-size: 4;
        }
        pre code, pre samp { font: inherit; background: none; padding: 0; }
        pre.output { background: none; border-left: 3px solid var(--grid); border-radius: 0; padding: .2rem 1rem; color: var(--ink); }
        pre.numbered { padding-left: 2.4rem; }
        pre.numbered code { counter-reset: row; }
        pre .row { display: block; position: relative; counter-increment: row; }
        pre .row > a {
          position: absolute; left: -2.3rem; width: 1.8rem; text-align: right; color: var(--muted); text-decoration: none; user-select: none;
        }
        pre .row > a::before { content: counter(row); font-size: 11px; }
        pre .row > a:hover { text-decoration: underline; }
        pre .row:target { background: var(--grid); }
        .cell { position: relative; }
        .copy {
          position: absolute; top: .45rem; right: .45rem; padding: .1rem .5rem; min-height: 24px; font: 12px/18px var(--sans);
          color: var(--muted); background: var(--panel); border: 1px solid var(--grid); border-radius: 4px; opacity: 0; cursor: pointer;
        }
        .cell:hover .copy, .copy:focus-visible { opacity: 1; }
        @media (hover: none) { .copy { opacity: 1; } }
        .kw { color: var(--series-4-label); }
        .ty { color: var(--series-1-label); }
        .fn { color: var(--series-1-label); }
        .st { color: var(--series-3-label); }
        .nu { color: var(--series-2-label); }
        .co { color: var(--muted); font-style: italic; }
        details.fold { margin: 0 0 1rem; }
        summary { font: 13px/24px var(--sans); color: var(--muted); cursor: pointer; }
        summary:hover { color: var(--ink); }
        details.fold[open] > summary { margin-bottom: .3rem; }
        .claims { max-width: 36rem; list-style: none; padding: 0; font: 13.5px/20px var(--sans); color: var(--muted); }
        .claims li { padding-left: 1.4rem; position: relative; }
        .claims li::before { content: "✓"; position: absolute; left: .1rem; color: var(--series-3-label); font-weight: 650; }

        """

    /// Figures and tables.
    static let figures = """
        figure { margin: 1.75rem 0; }
        figure.plot svg { display: block; width: 100%; height: auto; font-family: var(--sans); overflow: visible; }
        figure.plot .narrow { display: none; }
        .picture { position: relative; }
        .tip {
          position: absolute; z-index: 1; width: max-content; max-width: min(22rem, 100%); padding: .3rem .6rem; pointer-events: none;
          font: 12.5px/18px var(--sans); color: var(--muted); font-variant-numeric: tabular-nums;
          background: var(--paper); border: 1px solid var(--axis); border-radius: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / .16);
        }
        .tip > :first-child { color: var(--ink); font-weight: 600; }
        .tip b { color: var(--ink); font-weight: 500; }
        .tip .is-chosen, .tip .is-chosen b { color: var(--ink); font-weight: 650; }
        .tip i { display: inline-block; width: .6em; height: .6em; margin-right: .45em; border-radius: 50%; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .slider { display: flex; align-items: center; gap: .75rem; margin-top: .5rem; font: 14px/24px var(--sans); }
        .slider label { display: flex; flex: 1; align-items: center; gap: .75rem; max-width: 26rem; }
        .slider[hidden] { display: none; }
        .slider input { flex: 1; max-width: 20rem; min-height: 28px; accent-color: var(--series-1); }
        .slider output { min-width: 3rem; font-variant-numeric: tabular-nums; }
        figcaption { font: 14px/21px var(--sans); color: var(--muted); max-width: 40rem; }
        figcaption p { margin: .4rem 0 0; }
        figcaption strong { color: var(--ink); font-weight: 600; }
        figcaption .number { color: var(--ink); font-weight: 600; text-decoration: none; }
        figcaption .number:hover { text-decoration: underline; }
        figcaption .source { font-size: 12.5px; }
        figcaption .source a { color: var(--muted); display: inline-block; min-height: 24px; }
        .fingerprint { font-family: var(--mono); font-size: 11.5px; }
        figure.table figcaption { margin-bottom: .5rem; }
        .scroll { overflow-x: auto; max-width: 100%; }
        table { border-collapse: collapse; font: 14px/21px var(--sans); font-variant-numeric: tabular-nums; margin: 0 0 1rem; }
        th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--grid); }
        th { font-weight: 600; border-bottom-color: var(--axis); }
        .numeric { text-align: right; white-space: nowrap; }
        details.numbers table { font-size: 12.5px; line-height: 18px; }
        details.numbers .scroll { max-height: 22rem; overflow-y: auto; }
        details.numbers td, details.numbers th { padding: .15rem .9rem .15rem 0; }

        """
}
