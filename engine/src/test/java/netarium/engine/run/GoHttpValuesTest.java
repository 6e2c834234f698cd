package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The values that both halves of Go-style `net/http` share, as scripts see them.
class GoHttpValuesTest {
  /// What a script printed that ran on a machine of its own.
  private static String printed(String script) {
    return new TestProject()
        .vm("a", "10.0.0.1/24", "a.lua")
        .script("a.lua", script)
        .run()
        .console("a");
  }

  @Test
  void headerKeys_haveOneForm() {
    assertEquals(
        """
        X-Api-Id
        Content-Md5
        not a token
        Etag
        """,
        printed(
            """
            for _, name in ipairs{"x-aPI-id", "CONTENT-MD5", "not a token", "ETag"} do
              print(http.CanonicalHeaderKey(name))
            end
            """));
  }

  @Test
  void header_keepsValuesByName() {
    assertEquals(
        """
        one\ttwo\t2
        \t0
        A=1;X-Id=one+two;
        one only
        nil
        function\thidden
        2\t1
        """,
        printed(
            """
            local h = http.Header()
            h:Add("x-id", "one") h:Add("X-ID", "two") h:Set("a", 1)
            print(h["X-Id"][1], h:Values("x-id")[2], #h)
            print(h:Get("none"), #h:Values("none"))
            local all = ""
            for name, values in pairs(h) do all = all .. name .. "=" .. table.concat(values, "+")
              .. ";" end
            print(all)
            local copy = h:Clone()
            copy:Set("X-Id", "other")
            h["X-Id"] = "one only"
            print(h:Get("X-Id"))
            h:Del("x-id")
            print(h["X-Id"])
            h:Set("Get", "hidden")
            print(type(h.Get), h:Get("Get"))
            print(#h, #copy:Values("X-Id"))
            """));
  }

  @Test
  void cookie_isWrittenAsGoDoes() {
    assertEquals(
        """
        a=b
        a="b c"; Path=/x; Domain=web.test; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Max-Age=60; \
        HttpOnly; Secure; SameSite=Lax
        a=; Max-Age=0; SameSite=Strict
        []\thttp: invalid cookie
        []
        []
        []
        []
        """,
        printed(
            """
            local function show(c) print("[" .. http.Cookie(c):String() .. "]") end
            print(http.Cookie{Name = "a", Value = "b"}:String())
            print(http.Cookie{Name = "a", Value = "b c", Path = "/x", Domain = ".web.test",
              Expires = 1767225600, MaxAge = 60, HttpOnly = true, Secure = true,
              SameSite = http.SameSiteLaxMode})
            print(http.Cookie{Name = "a", MaxAge = -1, SameSite = "strict"})
            local c = http.Cookie{Name = "a b", Value = "x"}
            print("[" .. c:String() .. "]", c:Valid())
            show{Name = "a", Value = "x;y"}
            show{Name = "a", Value = "x\\ny"}
            show{Name = "a", Value = "x", Path = "/;x"}
            show{Name = "a", Value = "x", Domain = "a..b"}
            """));
  }

  @Test
  void cookie_isReadAsGoDoes() {
    assertEquals(
        """
        a\t1\tb\tx y\ttrue
        id\t7\t/\tt.test\t1445412480\t-1\ttrue\ttrue\t2
        nil\thttp: blank cookie
        nil\thttp: invalid cookie
        784111777
        784111777
        784111777
        nil
        """,
        printed(
            """
            local cookies = http.ParseCookie('a=1; b="x y"; c d=3')
            print(cookies[1].Name, cookies[1].Value, cookies[2].Name, cookies[2].Value,
              cookies[2].Quoted)
            local c =
              http.ParseSetCookie("id=7; Path=/; Domain=t.test; "
              .. "expires=Wed, 21-Oct-2015 07:28:00 GMT;"
              .. " Max-Age=0; secure; HTTPONLY; SameSite=lax; Odd=1")
            print(c.Name, c.Value, c.Path, c.Domain, c.Expires, c.MaxAge, c.Secure, c.HttpOnly,
              c.SameSite)
            print(http.ParseCookie(""))
            print(http.ParseSetCookie("no pair"))
            for _, date in ipairs{"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994", "yesterday"} do
              print(http.ParseSetCookie("a=b; Expires=" .. date).Expires)
            end
            """));
  }

  @Test
  void names_areThere() {
    assertEquals(
        """
        200\t404\t418\t511
        Request Entity Too Large\t\tI'm a teapot
        GET\tDELETE
        http: named cookie not present\thttp: Server closed\tfalse
        nil
        """,
        printed(
            """
            print(http.StatusOK, http.StatusNotFound, http.StatusTeapot,
              http.StatusNetworkAuthenticationRequired)
            print(http.StatusText(413), http.StatusText(299), http.StatusText(http.StatusTeapot))
            print(http.MethodGet, http.MethodDelete)
            print(http.ErrNoCookie, http.ErrServerClosed, http.ErrServerClosed == net.ErrClosed)
            print(http.NoSuchName)
            """));
  }
}
