/// What a previewed page does more than the page of the site: it waits for the next build and shows what is wrong.
enum PreviewScript {
    static let file = """
        (function () {
          "use strict";
          var key = "weave-scroll:" + location.pathname;
          // The build that this page was served after: the next one may be done before this script first asks.
          var version = Number(new URL(document.currentScript.src).searchParams.get("version"));

          function restore() {
            try {
              var kept = sessionStorage.getItem(key);
              sessionStorage.removeItem(key);
              if (kept !== null && !location.hash) scrollTo(0, Number(kept));
            } catch (e) { console.info("no storage here: " + e); }
          }

          function overlay(text) {
            var box = document.getElementById("weave-problems");
            if (!text) { if (box) box.remove(); return; }
            if (!box) {
              box = document.createElement("pre");
              box.id = "weave-problems";
              box.setAttribute("role", "alert");
              box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
                "z-index:1000;background:#2b1111;color:#ffe9e6;font:14px/1.45 ui-monospace,monospace;white-space:pre;" +
                "border-top:3px solid #e5484d";
              document.body.appendChild(box);
            }
            box.textContent = text;
          }

          function listen(after) {
            fetch("/__weave/news?after=" + after).then(function (answer) {
              return answer.json();
            }).then(function (news) {
              overlay(news.problems);
              if (news.version !== version && !news.problems) {
                try { sessionStorage.setItem(key, String(scrollY)); } catch (e) { console.info("no storage here: " + e); }
                location.reload();
                return;
              }
              version = news.version;
              listen(version);
            }).catch(function () { setTimeout(listen, 1000, after); });
          }

          // Only then: a reload before the place is restored would keep the wrong one. The first answer comes at once, with
          // what is wrong now.
          addEventListener("load", function () { restore(); listen(-1); });
        })();

        """
}
