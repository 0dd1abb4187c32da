namespace Shop.Sandbox;

/// <summary>The plain frame of the sandbox's own pages.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light;--ink:#1d2430;--soft:#5c6675;--line:#e3e6eb;--accent:#2f5bd8}
        *{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,"Segoe UI","DejaVu Sans",sans-serif;color:var(--ink);background:#f5f6f8}
        main{max-width:64rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem;margin:.2rem 0 1rem}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
        .card{background:#fff;border:1px solid var(--line);border-radius:14px;padding:1.4rem 1.6rem;margin:0 0 1rem;box-shadow:0 1px 2px #0000000a}
        .narrow{max-width:30rem;margin:8vh auto}table{border-collapse:collapse;width:100%}th{font-weight:600;color:var(--soft);text-align:left}
        th,td{padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}code{background:#eef1f6;border-radius:5px;padding:.1rem .35rem;font-size:.9em;overflow-wrap:anywhere}
        a{color:var(--accent)}label{display:block;margin:.8rem 0;color:var(--soft)}input{display:block;width:100%;font:inherit;padding:.6rem .7rem;border:1px solid #c9cfd8;border-radius:9px;margin-top:.25rem}
        button{font:inherit;font-weight:600;border:0;border-radius:9px;background:var(--accent);color:#fff;padding:.65rem 1.2rem;cursor:pointer}
        button.quiet{background:#e9edf5;color:var(--ink)}.row{display:flex;gap:.6rem}.muted{color:var(--soft)}.steps{padding-left:1.2rem}
        @media(max-width:40rem){th,td{font-size:.92rem}.card{padding:1rem}}
        """;

    public static IResult Html(string title, string body, int status = 200) => Results.Text($"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{System.Net.WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body><main>{body}</main></body></html>
        """, "text/html; charset=utf-8", statusCode: status);
}
