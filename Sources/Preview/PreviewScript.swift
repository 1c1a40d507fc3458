/// What a previewed page does more than the page of the site: it waits for the next build and shows what is wrong.
enum PreviewScript {
    static let file = """
        (function () {
          "use strict";
          var key = "weave-scroll:" + location.pathname;
          var version = null;
          try {
            var kept = sessionStorage.getItem(key);
            sessionStorage.removeItem(key);
            if (kept !== null && !location.hash) addEventListener("load", function () { scrollTo(0, Number(kept)); });
          } catch (e) { console.info("no storage here: " + e); }

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

          function listen() {
            fetch("/__weave/news?after=" + (version === null ? -1 : version)).then(function (answer) {
              return answer.json();
            }).then(function (news) {
              overlay(news.problems);
              if (version !== null && news.version !== version && !news.problems) {
                try { sessionStorage.setItem(key, String(scrollY)); } catch (e) { console.info("no storage here: " + e); }
                location.reload();
                return;
              }
              version = news.version;
              listen();
            }).catch(function () { setTimeout(listen, 1000); });
          }
          listen();
        })();

        """
}
