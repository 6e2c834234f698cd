package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// `http.FileServer`: what a path gives, and what none gives.
class GoFileServerTest {
  private static final String SERVER =
      """
      fs.mkdir("/srv") fs.mkdir("/srv/sub") fs.mkdir("/srv/list") fs.mkdir("/srv/list/dir")
      local function file(path, text) local f = assert(io.open(path, "w")) f:write(text) f:close()
        end
      file("/srv/index.html", "<h1>home</h1>")
      file("/srv/a.txt", "0123456789")
      file("/srv/data", "\\0\\1\\2")
      file("/srv/page", "<html>")
      file("/srv/style.CSS", "p{}")
      file("/srv/sub/index.html", "sub")
      file("/srv/list/b&c.txt", "b")
      file("/srv/list/a b", "a")
      file("/secret", "secret")
      http.Handle("/", http.FileServer(http.Dir("/srv")))
      http.Handle("/pre/", http.StripPrefix("/pre/", http.FileServer("/srv")))
      http.HandleFunc("/one", function(w, r) http.ServeFile(w, r, "/srv/a.txt") end)
      assert(http.ListenAndServe(":80"))
      """;

  private static String client(String client) {
    TestProject.Run run = GoHttpServerTest.run(SERVER, client);
    return run.console("a") + run.console("web");
  }

  /// Prints status and location or content of some paths.
  private static final String SHOW =
      """
      local function show(path, more, method)
        local all = get(path, more, method)
        local head, body = all:match("^(.-)\\n\\n(.*)$")
        print(path, head:match("HTTP/1.1 (%d+)"), head:match("Location: (%S+)") or
          body:match("^[^\\n]*"))
      end
      """;

  @Test
  void paths_giveFilesOrTheirRightAddress() {
    assertEquals(
        """
        /\t200\t<h1>home</h1>
        /index.html\t301\t./
        /a.txt\t200\t0123456789
        /a.txt/\t301\t../a.txt
        /sub\t301\tsub/
        /sub?q=1\t301\tsub/?q=1
        /sub/\t200\tsub
        /sub/index.html\t301\t./
        /none\t404\t404 page not found
        /none/\t404\t404 page not found
        /a.txt/x\t404\t404 page not found
        /pre/a.txt\t200\t0123456789
        /one\t200\t0123456789
        """,
        client(
            SHOW
                + """
                for _, path in ipairs{"/", "/index.html", "/a.txt", "/a.txt/", "/sub", "/sub?q=1",
                  "/sub/",
                    "/sub/index.html", "/none", "/none/", "/a.txt/x", "/pre/a.txt", "/one"} do
                  show(path)
                end
                """));
  }

  @Test
  void pathsThatLeadOut_stayInside() {
    assertEquals(
        """
        /../secret\t404\t404 page not found
        /sub/../../secret\t404\t404 page not found
        /%2e%2e/secret\t404\t404 page not found
        /..%2fsecret\t404\t404 page not found
        /sub/..%2f..%2fsecret\t404\t404 page not found
        /pre/../secret\t404\t404 page not found
        /pre//secret\t404\t404 page not found
        /%00\t404\t404 page not found
        /%ff\t404\t404 page not found
        /sub/../a.txt\t200\t0123456789
        """,
        client(
            SHOW
                + """
                for _, path in ipairs{"/../secret", "/sub/../../secret", "/%2e%2e/secret",
                  "/..%2fsecret",
                    "/sub/..%2f..%2fsecret", "/pre/../secret", "/pre//secret", "/%00", "/%ff",
                    "/sub/../a.txt"} do
                  show(path)
                end
                """));
  }

  @Test
  void directory_isListed() {
    assertEquals(
        """
        <!doctype html>
        <meta name="viewport" content="width=device-width">
        <pre>
        <a href="a%20b">a b</a>
        <a href="b&c.txt">b&amp;c.txt</a>
        <a href="dir/">dir/</a>
        </pre>

        """,
        client("print((get('/list/'):match('\\n\\n(.*)')))"));
  }

  @Test
  void types_areThoseOfNameOrContent() {
    assertEquals(
        """
        text/plain; charset=utf-8
        application/octet-stream
        text/html; charset=utf-8
        text/css; charset=utf-8
        """,
        client(
            """
            for _, path in ipairs{"/a.txt", "/data", "/page", "/style.CSS"} do
              print(get(path):match("Content%-Type: ([^\\n]*)"))
            end
            """));
  }

  @Test
  void partsAndConditions_areAnswered() {
    assertEquals(
        """
        206\tbytes 2-4/10\t3\t234
        206\tbytes 7-9/10\t3\t789
        206\tbytes 8-9/10\t2\t89
        206\tbytes 5-9/10\t5\t56789
        416\tbytes */10\t33\tinvalid range: failed to overlap
        416\tbytes */10\t33\tinvalid range: failed to overlap
        200\tnil\t10\t0123456789
        206\tbytes 0-0/10\t1\tnil
        304\tnil\tnil\tnil
        200\tnil\t10\t0123456789
        412\tnil\t0\tnil
        200\tnil\t10\tnil
        200\tnil\t10\t0123456789
        """,
        client(
            """
            local function show(more, method)
              local all = get("/a.txt", more, method)
              print(all:match("HTTP/1.1 (%d+)"), all:match("Content%-Range: ([^\\n]*)"),
                all:match("Content%-Length: (%d+)"), all:match("\\n\\n([^\\n]+)"))
            end
            show("Range: bytes=2-4\\r\\n")
            show("Range: bytes=7-\\r\\n")
            show("Range: bytes=-2\\r\\n")
            show("Range: bytes=5-99\\r\\n")
            show("Range: bytes=10-\\r\\n")
            show("Range: bytes=x\\r\\n")
            show("Range: bytes=0-1,3-4\\r\\n")
            show("Range: bytes=0-0\\r\\n", "HEAD")
            local date = get("/a.txt"):match("Last%-Modified: ([^\\n]*)")
            show("If-Modified-Since: " .. date .. "\\r\\n")
            show("If-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT\\r\\n")
            show("If-Unmodified-Since: Sat, 29 Oct 1994 19:43:31 GMT\\r\\n")
            show("", "HEAD")
            show("Range: bytes=2-4\\r\\nIf-Range: Sat, 29 Oct 1994 19:43:31 GMT\\r\\n")
            """));
  }

  @Test
  void largeFile_isSentWhole() {
    TestProject.Run run =
        GoHttpServerTest.run(
            """
            local f = io.open("/big", "w") f:write(("0123456789"):rep(100000)) f:close()
            http.ListenAndServe(":80", http.FileServer("/"))
            """,
            """
            local body = get("/big"):match("\\n\\n(.*)")
            print(#body, body == ("0123456789"):rep(100000))
            """);
    assertEquals("1000000\ttrue\n", run.console("a"));
  }
}
