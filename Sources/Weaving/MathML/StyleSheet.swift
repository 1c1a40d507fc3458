extension Formula {
    /// The CSS a page with formulas needs: fonts, and what MathML Core leaves to style sheets.
    public static let styleSheet = """
        math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre", math, serif; }
        math[display="block"] { margin-block: 1em; }
        mfrac { padding-inline: 0.12em; }
        .math-back { margin-inline-start: -0.1667em; }
        .math-big { font-size: 1.2em; }
        .math-vec { font-size: 0.6em; }
        .math-prime { font-size: 1.25em; position: relative; top: 0.25em; margin-inline: -0.08em; }
        .math-overline { border-top: 0.06em solid; padding-top: 0.12em; }
        .math-underline { border-bottom: 0.06em solid; padding-bottom: 0.12em; }
        .math-boxed { border: 1px solid; padding: 0.4em; }
        .math-aligned > mtr > mtd { padding: 0.35em 0; }
        .math-aligned > mtr > mtd:nth-child(odd) { text-align: -webkit-right; }
        .math-aligned > mtr > mtd:nth-child(even) { text-align: left; }
        .math-aligned > mtr > mtd:nth-child(odd):not(:first-child) { padding-inline-start: 2em; }
        .math-gathered > mtr > mtd { padding: 0.35em 0; }
        .math-cases > mtr > mtd { padding: 0.2em 0; text-align: left; }
        .math-cases > mtr > mtd:not(:first-child) { padding-inline-start: 1em; }
        .math-matrix > mtr > mtd { padding: 0.2em 0.5em; }
        .math-matrix > mtr > mtd:first-child { padding-inline-start: 0.1em; }
        .math-matrix > mtr > mtd:last-child { padding-inline-end: 0.1em; }
        .math-smallmatrix > mtr > mtd { padding: 0.1em 0.25em; }
        .math-substack > mtr > mtd { padding: 0; }
        mtd.math-left { text-align: left; }
        mtd.math-right { text-align: -webkit-right; }
        mtd.math-rule { border-inline-start: 1px solid; }
        mtd.math-rule-after { border-inline-end: 1px solid; }

        """
}
