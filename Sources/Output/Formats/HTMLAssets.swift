// What every page holds beside its data: how it looks, and the script that searches and sorts it.
extension HTMLPage {
  /// Colours, sizes and what is printed.
  static let style: String = {
    let people = zip(lightPeople, darkPeople).enumerated()
    let light = people.map { "--p\($0):\($1.0);" }.joined()
    let dark = people.map { "--p\($0):\($1.1);" }.joined()
    let names = lightPeople.indices.map { ".p\($0){color:var(--p\($0))}" }.joined()
    return """
      :root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--faint:#59636e;--rule:#d8dee4;\
      --head:#f3f5f7;--mark:#fff0a8;--hit:#b35900;\(light)}
      @media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--faint:#9198a1;\
      --rule:#30363d;--head:#161b22;--mark:#6b5300;--hit:#e3b341;\(dark)}}
      *{box-sizing:border-box}
      body{margin:0 auto;padding:1rem;max-width:72rem;background:var(--bg);color:var(--fg);\
      font:16px/1.5 system-ui,sans-serif}
      h1{font-size:1.1rem;margin:0;overflow-wrap:anywhere}h2{font-size:1rem;margin:1.5rem 0 .5rem;\
      border-bottom:1px solid var(--rule)}
      header p{margin:.25rem 0;color:var(--faint)}
      input{font:inherit;max-width:100%;padding:.2rem .4rem;color:inherit;background:var(--head);\
      border:1px solid var(--rule);border-radius:4px}
      figure{margin:1rem 0;overflow-x:auto}figure svg{max-width:100%;height:auto}
      .scroll{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0}
      th,td{padding:.25rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule)}
      td{white-space:pre-wrap;overflow-wrap:break-word;max-width:40rem}td[dir]{min-width:8rem}\
      .d{white-space:nowrap;font-variant-numeric:tabular-nums}
      th{background:var(--head);position:sticky;top:0}
      th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;cursor:pointer}
      th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
      .n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
      tr.break td{border-top:3px double var(--rule)}
      .m{display:grid;grid-template-columns:3.2rem 1fr;padding:.15rem .4rem;border-inline-start:3px solid transparent}
      .m>time{color:var(--faint);font-variant-numeric:tabular-nums}.m>div{min-width:0}
      .m p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.m b{margin-inline-end:.5rem}
      .hit{border-inline-start-color:var(--hit)}.context p,.notice p,.m small,.pause{color:var(--faint)}
      .pause{margin:.2rem 0 .2rem 3.6rem}mark{background:var(--mark);color:inherit}a{color:inherit}
      [hidden]{display:none!important}\(names)
      @media (max-width:40rem){body{padding:.6rem}th,td{padding:.2rem .35rem}.m{padding-inline:.2rem}}
      @media print{.tools{display:none}body{max-width:none;padding:0}th{position:static}\
      .m,tr{break-inside:avoid}h2{break-after:avoid}.scroll{overflow:visible}}
      """
  }()

  /// Colours of people that read on light and on dark ground, in the order of ``Ink/people``.
  private static let lightPeople = [
    "#00737d", "#8a3ea8", "#0b61a4", "#1a7f37", "#8a5a00", "#b42318", "#0f766e", "#a1266b",
    "#4338ca",
    "#4d7c0f",
  ]

  private static let darkPeople = [
    "#5ad4dd", "#d2a8ff", "#6cb6ff", "#56d491", "#e3c84b", "#ff8f85", "#5eead4", "#ff9bd0",
    "#a5b4fc",
    "#bef264",
  ]

  /// The hash of ``script``, which alone the page lets run.
  static let scriptHash = "sha256-cQiaWeWhSyPrMOX9z5/DBi8U3aUT4vzEMpbQ7oOF/PU="

  /// Searches rows and messages without regard to case and accents, and sorts rows by a heading.
  static let script = """

    (() => {
    const query = document.getElementById('q'), count = document.getElementById('n');
    const items = [...document.querySelectorAll('tbody tr, .m')];
    const pauses = [...document.querySelectorAll('.pause')];
    const days = [...document.querySelectorAll('section')];
    const fold = text => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
    let texts;
    query.addEventListener('input', () => {
      texts ??= items.map(item => fold(item.textContent));
      const words = fold(query.value).split(/\\s+/).filter(Boolean);
      let found = 0;
      items.forEach((item, place) => {
        const shows = words.every(word => texts[place].includes(word));
        item.hidden = !shows;
        found += shows;
      });
      for (const pause of pauses) pause.hidden = words.length > 0;
      for (const day of days) day.hidden = !day.querySelector('.m:not([hidden])');
      count.textContent = words.length ? found + ' of ' + items.length : '';
    });
    const headings = [...document.querySelectorAll('th')];
    const body = document.querySelector('tbody');
    headings.forEach((heading, place) => heading.addEventListener('click', () => {
      const rises = heading.getAttribute('aria-sort') !== 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
      const isNumber = heading.classList.contains('n');
      const order = new Intl.Collator(undefined, {numeric: false, sensitivity: 'base'});
      const keyed = items.map(row => {
        const cell = row.cells[place], text = cell.dataset.v ?? cell.textContent;
        return [text === '' ? null : isNumber ? Number(text) : text, row];
      });
      keyed.sort(([a], [b]) => {
        if (a === null || b === null) return (a === null) - (b === null);
        const less = isNumber ? a - b : order.compare(a, b);
        return rises ? less : -less;
      });
      const rows = document.createDocumentFragment();
      for (const [, row] of keyed) rows.append(row);
      body.append(rows);
    }));
    })();

    """
}
