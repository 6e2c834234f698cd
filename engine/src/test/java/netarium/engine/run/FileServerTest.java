package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `httpd.serve` and the `str` library, from scripts.
final class FileServerTest {
  private static final String SITE =
      """
      for name, text in pairs {
        ["index.html"] = "home", ["about.txt"] = "about us", ["notes.md"] = "notes",
        ["page.ntml"] = "page", ["pic.png"] = "png", bare = "bare",
        ["two.txt"] = "t", ["two.html"] = "h", ["tar.gz.txt"] = "dots", [".hidden"] = "no",
      } do fs.write("/var/www/" .. name, text) end
      fs.mkdir("/var/www/docs") fs.write("/var/www/docs/index.html", "docs home")
      fs.write("/var/www/docs/a.txt", "a") fs.mkdir("/var/www/about")
      local function show(root, path)
        local body, status, headers = httpd.serve(root, path)
        print(status, body, headers["Content-Type"])
      end
      """;

  private static String console(String main) {
    return new TestProject().vm("box", "", "a.lua").script("a.lua", main).run().console("box");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | 200 | home | text/html",
        "'' | 200 | home | text/html",
        "/index.html | 200 | home | text/html",
        "about | 200 | about us | text/plain; charset=utf-8",
        "/about.txt | 200 | about us | text/plain; charset=utf-8",
        "/about.html | 404 | | text/plain; charset=utf-8",
        "/notes | 200 | notes | text/plain; charset=utf-8",
        "/page | 200 | page | application/x-ntml",
        "/pic.png | 200 | png | application/octet-stream",
        "/bare | 200 | bare | application/octet-stream",
        "/two | 404 | | text/plain; charset=utf-8",
        "/two.html | 200 | h | text/html",
        "/tar.gz.txt | 200 | dots | text/plain; charset=utf-8",
        "//docs/a | 200 | a | text/plain; charset=utf-8",
        "/docs/index | 200 | docs home | text/html",
        "/docs/ | 404 | | text/plain; charset=utf-8",
        "/docs | 404 | | text/plain; charset=utf-8",
        "/../etc/hosts | 404 | | text/plain; charset=utf-8",
        "/a..b | 404 | | text/plain; charset=utf-8",
        "/about?x=1 | 404 | | text/plain; charset=utf-8",
      })
  void path_findsItsFile(String path, int status, String body, String type) {
    String expected = status + "\t" + (body == null ? "" : body) + "\t" + type + "\n";
    assertEquals(expected, console(SITE + "show('/var/www', '" + path + "')"));
    assertEquals(expected, console(SITE + "os.chdir('/var') show('www/', '" + path + "')"));
  }

  @Test
  void ownNotFoundPages_areServed() {
    assertEquals(
        """
        404\tplain\ttext/plain; charset=utf-8
        404\tfine\tapplication/x-ntml
        404\tfine\tapplication/x-ntml
        """,
        console(
            SITE
                + """
                fs.write("/var/www/404.txt", "plain") show("/var/www", "/x")
                fs.write("/var/www/404.ntml", "fine") show("/var/www", "/x")
                show("/var/www", "/..")
                """));
  }

  @Test
  void bytes_areServedAsTheyAre() {
    assertEquals(
        "0\t255\t13\t10\n",
        console(
            "fs.write('/var/www/x', '\\0\\255\\r\\n')"
                + " print((httpd.serve('/var/www', 'x')):byte(1, -1))"));
  }

  @Test
  void servedOverTheNetwork_byTheDocumentedCalls() {
    TestProject.Run run =
        new TestProject()
            .vm("web", "10.0.1.2/24", "web.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "web:eth0", "client:eth0", "")
            .script(
                "web.lua",
                SITE
                    + """
                    net.listen(80)
                    while true do
                      local r = net.recv()
                      if r then
                        local req = http.parse_request(r.data)
                        local path = http.normalize_request_path(req.path)
                        local body, status, headers = httpd.serve("/var/www", path)
                        net.send(r.src_ip, r.src_port, http.build_response(status, body, headers))
                      end
                    end
                    """)
            .script(
                "client.lua",
                """
                for _, path in ipairs { "/about?x=1", "/nothing" } do
                  local c = net.connect("web", 80)
                  c:send(http.build_request("GET", path))
                  local r repeat r = c:recv() until r
                  local res = http.parse_response(r.data)
                  print(res.status, res.headers["content-type"], res.body)
                  c:close()
                end
                """)
            .run();
    assertEquals(
        "200\ttext/plain; charset=utf-8\tabout us\n404\ttext/plain; charset=utf-8\t\n",
        run.console("client"));
  }

  @Test
  void flatTables_becomeLinesAndComeBack() {
    assertEquals(
        """
        1=first
        a=b=c
        flag=true
        n=1.5
        back\tfirst\tb=c\ttrue\t1.5\tnil
        parsed\tx y\t\tlast\tnil
        false\tbad argument #1 to 'str.serialize_table' (key 'a=b' has a '=')
        false\tbad argument #1 to 'str.serialize_table' (entry 'a' has a line end)
        """,
        console(
            """
            local s = str.serialize_table { n = 1.5, flag = true, a = "b=c", "first", t = {} }
            print(s)
            local t = str.parse_table(s)
            print("back", t["1"], t.a, t.flag, t.n, t.t)
            t = str.parse_table(" k = x y \\r\\n\\nno equals\\n=v\\nempty=\\ntwo=first\\ntwo=last")
            print("parsed", t.k, t.empty, t.two, t[""])
            print(pcall(str.serialize_table, { ["a=b"] = 1 }))
            print(pcall(str.serialize_table, { a = "1\\n2" }))
            """));
  }
}
