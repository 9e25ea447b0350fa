/// How the page looks: one column, from 360 px on; light or dark as the reader has it; on paper light.
///
/// The colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart, made darker on
/// light ground and lighter on dark. None is the only sign of anything: each plot has a name, the band has edges.
enum PageStyle {
    static let css = """
        :root{--ground:#fbfaf7;--card:#fff;--ink:#1d262c;--soft:#55626b;--rule:#dfe0da;--grid:#e6e7e2;
        --heart:#00608f;--speed:#8f5600;--incline:#7b4a9c;--band:#009e73;--band-ink:#00694c;--pause:#8a949b}
        @media (prefers-color-scheme:dark){:root{--ground:#12171c;--card:#182027;--ink:#e3e8ec;--soft:#a3afb8;
        --rule:#2c363f;--grid:#28323a;--heart:#7cc4ee;--speed:#eab65f;--incline:#cda7e4;--band:#2fbd90;
        --band-ink:#79d8b5;--pause:#7c8892}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",
        "Noto Sans","DejaVu Sans",sans-serif}
        header p,.pairs td{overflow-wrap:anywhere}
        main,footer{max-width:56rem;margin:0 auto;padding:0 1rem}
        header{padding:1.75rem 0 .5rem}
        header p{margin:0;color:var(--soft)}
        .name{font-weight:600;letter-spacing:.02em}
        h1{margin:.1rem 0;font-size:1.7rem;line-height:1.25;font-weight:650}
        h2{margin:0 0 .75rem;font-size:1.1rem;line-height:1.35;font-weight:650}
        section{margin:1.25rem 0;padding:1.1rem 1.1rem 1.2rem;background:var(--card);border:1px solid var(--rule);
        border-radius:.75rem}
        p{margin:.6rem 0 0}
        small,.remark{color:var(--soft);font-size:.875rem}
        data,time,td,.values,.times{font-variant-numeric:tabular-nums}
        .totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:1rem;margin:0}
        .totals dt{color:var(--soft);font-size:.875rem}
        .totals dd{margin:0;white-space:nowrap;font-size:1.7rem;line-height:1.25;font-weight:600}
        .totals dd.remark{white-space:normal;font-size:.875rem;line-height:1.4;font-weight:400}
        figure{margin:0}
        figure+figure{margin-top:1.5rem}
        figcaption{display:flex;flex-wrap:wrap;gap:0 .4rem;margin-bottom:.6rem;color:var(--soft);font-size:.875rem}
        figcaption b{color:var(--ink);font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:0 1rem;margin-left:auto}
        .swatch{display:inline-block;width:1.4rem;height:.75rem;margin-right:.4rem;vertical-align:-.05rem}
        .swatch.band{background:color-mix(in srgb,var(--band) 20%,transparent);border:1px dashed var(--band);
        border-width:1px 0}
        .swatch.pause{background:color-mix(in srgb,var(--pause) 22%,transparent)}
        .swatch.gap{height:.5rem;vertical-align:.15rem;border:solid var(--heart);border-width:0 0 1.75px;
        border-image:linear-gradient(90deg,var(--heart) 0 30%,transparent 30% 70%,var(--heart) 70%) 1}
        .frame{position:relative;padding:.4rem 1.3rem 1.6rem 2.4rem}
        .frame svg{display:block;width:100%;height:7rem;overflow:visible}
        .heart-rate svg{height:14rem}
        .frame path{fill:none;vector-effect:non-scaling-stroke;stroke-linejoin:round;stroke-linecap:round}
        .frame .grid{stroke:var(--grid);stroke-width:1}
        .frame .line{stroke:var(--plot);stroke-width:1.75}
        .frame .area{fill:var(--plot);opacity:.22}
        .frame rect.band{fill:var(--band);opacity:.14}
        .frame .edge{stroke:var(--band);stroke-width:1;stroke-dasharray:5 4}
        .frame rect.pause{fill:var(--pause);opacity:.22}
        .frame .lap{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 4}
        .frame .mark{stroke:var(--ink);stroke-width:1}
        .heart-rate{--plot:var(--heart)}.speed{--plot:var(--speed)}.incline{--plot:var(--incline)}
        .values,.times{position:absolute;color:var(--soft);font-size:.8rem;line-height:1}
        .values{left:0;width:2rem;bottom:1.6rem;height:7rem}
        .heart-rate .values{height:14rem}
        .values span{position:absolute;right:0;transform:translateY(-50%)}
        .values .band{color:var(--band-ink);font-weight:650}
        .times{left:2.4rem;right:1.3rem;bottom:0;height:1.1rem}
        .times span{position:absolute;transform:translateX(-50%);white-space:nowrap}
        .frame .laps,.frame .marks{position:relative;height:1.2rem;color:var(--soft);font-size:.8rem;line-height:1}
        .frame .laps span,.frame .marks span{position:absolute;white-space:nowrap}
        .frame .marks span{transform:translateX(-50%)}
        table{width:100%;border-collapse:collapse;font-size:.95rem}
        th,td{padding:.4rem 0 .4rem .75rem;text-align:right;vertical-align:top;font-weight:400}
        th:first-child,td:first-child{padding-left:0;text-align:left}
        thead th{color:var(--soft);font-size:.875rem;vertical-align:bottom}
        tbody tr{border-top:1px solid var(--rule)}
        .zones th small{display:block}
        .zones td,.zones thead th{white-space:nowrap}
        .zones .bar{width:46%;padding-top:.7rem}
        .bar i{display:block;height:.8rem;border-radius:.2rem;background:var(--heart)}
        .bar .rest{background:var(--pause)}
        .pairs tbody tr:first-child{border-top:0}
        .pairs th{width:11rem;color:var(--soft)}
        .pairs td{text-align:left}
        .pairs .part{padding-left:1rem}
        td small,td data,.zones small,.numbers th[scope=row]{white-space:nowrap}
        summary{cursor:pointer}
        summary:focus-visible{outline:2px solid var(--heart);outline-offset:3px}
        footer{padding-bottom:2rem;color:var(--soft);font-size:.875rem}
        @media (max-width:30rem){section{padding:1rem .85rem}.pairs th{width:8.5rem}.legend{margin-left:0}
        .zones .bar{width:18%}th,td{padding-left:.5rem}.numbers small,table.laps small{display:block}h1{font-size:1.45rem}.totals dd{font-size:1.5rem}.heart-rate svg,.heart-rate .values{height:11rem}}
        @media print{:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#ccc;--grid:#ddd;--heart:#00608f;
        --speed:#8f5600;--incline:#7b4a9c;--band:#009e73;--band-ink:#00694c;--pause:#8a949b}
        body{font-size:11pt}section{break-inside:avoid;border:0;padding:0}figure,tr{break-inside:avoid}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """
}
