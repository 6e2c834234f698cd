package netarium.engine.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netarium.engine.syntax.stubs.Stubs;

/// How a script comes to an object of each class that the stubs describe.
final class ApiObjects {
  /// Tables that scripts hand over: there is none to be had.
  static final Set<String> INPUT =
      new TreeSet<>(
          List.of(
              "ContentOptions",
              "FileCriteria",
              "SpawnOptions",
              "HttpRequestOptions",
              "PoolFiles",
              "PoolOptions",
              "QueenOptions",
              "CellOptions",
              "CellMount",
              "ServeOptions",
              "TlsConfig",
              "ConnectOptions"));

  /// What `package.loaded` holds besides the global tables.
  static final Set<String> OTHER_MODULES = new TreeSet<>(List.of());

  /// What a handler of a cell is called with.
  private static final String EXCHANGE =
      """
      (function()
        local port = (hive_port or 3000) + 2
        hive_port = port
        local queen = hlhv.queen{tls = false, quiet = true,
          cells_addr = ':' .. port, https_addr = ':' .. port + 1}
        local got
        local cell = hlhv.cell{queen = 'localhost:' .. port, tls = false, quiet = true,
          on_http = function(res, req)
            got = %s
            res:WriteHead(200)
          end}
        sleep(1)
        http_get('http://localhost:' .. port + 1 .. '/')
        cell:Stop()
        queen:Close()
        sleep(1)
        return got
      end)()\
      """;

  private ApiObjects() {}

  /// An expression for each class.
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("MessageConn", "net.connect('web', 80)");
    all.put(
        "Message",
        """
        (function()
          local conn = net.connect('web', 80)
          conn:send('GET / HTTP/1.0\\r\\n\\r\\n')
          local m = conn:recv()
          while not m do m = conn:recv() end
          return m
        end)()\
        """);
    all.put("Conn", "net.Dial('tcp', 'web:7')");
    putTls(all);
    all.put("Listener", "net.Listen('tcp', ':0')");
    all.put("UnixListener", "net.Listen('unix', '/tmp/s')");
    all.put("UnixAddr", "net.ResolveUnixAddr('unix', '/tmp/s')");
    all.put("PacketConn", "net.ListenPacket('udp', ':0')");
    all.put("Addr", "net.ResolveTCPAddr('tcp', 'web:80')");
    all.put("IP", "net.IPv4(10, 0, 0, 1)");
    all.put("IPMask", "net.CIDRMask(8, 32)");
    all.put("IPNet", "select(2, net.ParseCIDR('10.0.0.1/8'))");
    all.put("NetError", "io.EOF");
    all.put("HeaderList", "http.parse_request('GET / HTTP/1.0\\r\\nHost: x\\r\\n\\r\\n').headers");
    all.put("ParsedRequest", "http.parse_request('GET / HTTP/1.0\\r\\n\\r\\n')");
    all.put("ParsedResponse", "http.parse_response('HTTP/1.0 200 OK\\r\\n\\r\\n')");
    all.put("HttpReader", "http.reader(net.connect('web', 80))");
    all.put("FileInfo", "fs.stat('/etc/hosts')");
    all.put("FileEntry", "fs.ls('/')[1]");
    all.put("ContentHit", "fs.search_files_content('/etc/hosts', 'local')[1]");
    all.put("DateTable", "os.date('*t')");
    all.put("Account", "os.users()[1]");
    all.put("ParsedCommand", "os.parse_cmd('ls -l')");
    all.put("File", "io.tmpfile()");
    all.put("DebugInfo", "debug.getinfo(1, 'flnStuL')");
    all.put(
        "NetworkEvent",
        """
        (function()
          network.listen('s', 0)
          return network.poll()[1]
        end)()\
        """);
    all.put("SocksSocket", "socks5.connect('web', 1080, 'web', 7)");
    all.put("Font", "love.graphics.getFont()");
    all.put("HttpPool", "http.pool{port = 0, handler = function() end}");
    all.put("WaitGroup", "sync.WaitGroup()");
    all.put("Mutex", "sync.Mutex()");
    all.put("HlhvQueen", "hlhv.queen{cells_addr = ':0', https_addr = ':0', quiet = true}");
    all.put("HlhvHead", EXCHANGE.formatted("req.Head"));
    all.put("HlhvRequest", EXCHANGE.formatted("req"));
    all.put("HlhvResponse", EXCHANGE.formatted("res"));
    all.put("HlhvCell", "hlhv.cell{queen = 'web', tls = false, quiet = true}");
    putGoHttp(all);
    return all;
  }

  private static void putGoHttp(Map<String, String> all) {
    all.put("Client", "http.DefaultClient");
    all.put("Transport", "http.Transport()");
    all.put("Response", "http.Get('http://web/')");
    all.put("CookieJar", "http.CookieJar()");
    all.put("URL", "url.Parse('http://web/')");
    all.put("Userinfo", "url.User('ann')");
    all.put("Values", "url.Values()");
    all.put("HttpAnswer", "http.request(1, {url = '/etc/hosts'})");
    all.put("Header", "http.Header{A = '1'}");
    all.put("Cookie", "http.Cookie{Name = 'a', Value = 'b'}");
    all.put("Request", served("r"));
    all.put("Body", served("r.Body"));
    all.put("ResponseWriter", served("w"));
    all.put("Handler", "http.NotFoundHandler()");
    all.put("ServeMux", "http.NewServeMux()");
    all.put("Server", "http.Server{}");
  }

  /// What a handler has that is asked once; `w` and `r` are what it is given.
  private static String served(String what) {
    return """
    (function()
      local listener, found = net.Listen('tcp', ':0')
      go(http.Serve, listener, function(w, r) found = %s end)
      http_get('http://localhost:' .. listener:Addr().Port .. '/')
      listener:Close()
      return found
    end)()\
    """
        .formatted(what);
  }

  private static void putTls(Map<String, String> all) {
    String dialled =
        """
        (function()
          local l = tls.Listen('tcp', ':0')
          go(function() l:Accept():Handshake() end)
          return assert(tls.Dial('tcp', 'alice:' .. l:Addr().Port))
        end)()\
        """;
    all.put("TlsConn", dialled);
    all.put("ConnectionState", dialled + ":ConnectionState()");
    all.put("Certificate", dialled + ":ConnectionState().PeerCertificates[1]");
    all.put("CertificateName", dialled + ":ConnectionState().PeerCertificates[1].Subject");
  }

  /// The types of Lua that values of these types may have.
  static Set<String> luaTypes(Stubs stubs, List<String> names) {
    Set<String> types = new TreeSet<>();
    for (String name : names) {
      switch (name) {
        case "integer" -> types.add("number");
        case "any" ->
            types.addAll(
                List.of(
                    "nil",
                    "boolean",
                    "number",
                    "string",
                    "table",
                    "function",
                    "thread",
                    "userdata"));
        default -> {
          if (stubs.alias(name).isPresent()) {
            types.addAll(luaTypes(stubs, stubs.alias(name).get().type().names()));
          } else if (!stubs.parts(name).isEmpty()) {
            types.addAll(List.of("table", "userdata"));
          } else {
            types.add(name);
          }
        }
      }
    }
    return types;
  }
}
