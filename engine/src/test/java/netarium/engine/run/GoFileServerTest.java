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
        /	200	<h1>home</h1>
        /index.html	301	./
        /a.txt	200	0123456789
        /a.txt/	301	../a.txt
        /sub	301	sub/
        /sub?q=1	301	sub/?q=1
        /sub/	200	sub
        /sub/index.html	301	./
        /none	404	404 page not found
        /none/	404	404 page not found
        /a.txt/x	404	404 page not found
        /pre/a.txt	200	0123456789
        /one	200	0123456789
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
        /../secret	404	404 page not found
        /sub/../../secret	404	404 page not found
        /%2e%2e/secret	404	404 page not found
        /..%2fsecret	404	404 page not found
        /sub/..%2f..%2fsecret	404	404 page not found
        /pre/../secret	404	404 page not found
        /pre//secret	404	404 page not found
        /%00	404	404 page not found
        /%ff	404	404 page not found
        /sub/../a.txt	200	0123456789
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
        206	bytes 2-4/10	3	234
        206	bytes 7-9/10	3	789
        206	bytes 8-9/10	2	89
        206	bytes 5-9/10	5	56789
        416	bytes */10	33	invalid range: failed to overlap
        416	bytes */10	33	invalid range: failed to overlap
        200	nil	10	0123456789
        206	bytes 0-0/10	1	nil
        304	nil	nil	nil
        200	nil	10	0123456789
        412	nil	0	nil
        200	nil	10	nil
        200	nil	10	0123456789
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
