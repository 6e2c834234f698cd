package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.node.Host;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.names.NameDaemon;
import netarium.engine.vm.names.QueryApi;
import netarium.engine.vm.network.SocksDaemon;
import netarium.engine.vm.program.FileProgram;
import netarium.engine.vm.program.PoolProgram;
import netarium.engine.vm.program.ScriptLoader;

/// The programs that every machine has, unless a file takes their place: `/bin/ping`,
/// `/bin/traceroute`, `/bin/request`, `/bin/lua-httpd`, `/bin/socks5d`, `/bin/named`,
/// `/bin/nslookup` and `/bin/dig`. All but the fourth are scripts; some get functions that others
/// have not: [Ping], [SocksDaemon], [NameDaemon], [QueryApi].
final class BuiltInPrograms {
  private static final String PING = "/bin/ping";
  private static final String TRACEROUTE = "/bin/traceroute";
  private static final String REQUEST = "/bin/request";
  private static final String LUA_HTTPD = "/bin/lua-httpd";
  private static final String SOCKS5D = "/bin/socks5d";
  private static final String NAMED = "/bin/named";
  private static final String NSLOOKUP = "/bin/nslookup";
  private static final String DIG = "/bin/dig";

  private static final String PING_SOURCE =
      """
      local count, size, ttl, whole, target = 4, 56, 64, false, nil
      local args, i = {...}, 1
      while args[i] do
        local option, value = args[i], args[i + 1]
        if option == "-c" then count = tonumber(value) or count
        elseif option == "-s" then size = tonumber(value) or size
        elseif option == "-t" then ttl = tonumber(value) or ttl
        elseif option == "-M" then whole = value == "do"
        else target = option; i = i - 1 end
        i = i + 2
      end
      if not target then
        error("usage: ping [-c count] [-s octets] [-t ttl] [-M do] host", 0)
      end
      for number = 1, count do
        print((echo(target, number, size, ttl, whole)))
        if number < count then sleep(1) end
      end
      """;

  private static final String TRACEROUTE_SOURCE =
      """
      local target, most = ...
      if not target then error("usage: traceroute host [hops]", 0) end
      for ttl = 1, tonumber(most) or 30 do
        local line, from, what, millis = echo(target, ttl, 32, ttl, false)
        if what == "reply" or what == "ttl" then
          print(string.format("%2d  %s  %.3f ms", ttl, from, millis))
        else
          print(string.format("%2d  %s", ttl, what == "timeout" and "*" or line))
        end
        if what ~= "ttl" and what ~= "timeout" then break end
      end
      """;

  private static final String REQUEST_SOURCE =
      """
      local url = ...
      local host, port, path = url:match("^http://([^:/]+):?(%d*)(/?.*)$")
      if not host then error("not an address: " .. url, 0) end
      local conn = net.connect(host, tonumber(port) or 80)
      conn:send(http.build_request("GET", path == "" and "/" or path))
      while true do
        local answer, err = conn:recv()
        if answer then
          local response = http.parse_response(answer.data)
          if response then
            print(response.status, response.body)
          else
            print("no HTTP: " .. answer.data)
          end
          conn:close()
          break
        elseif err then
          print("no answer: " .. err)
          break
        end
      end
      """;

  private static final String SOCKS5D_SOURCE =
      """
      local host, port, login, quiet = "0.0.0.0", 1080, "", false
      local args, i = {...}, 1
      local function usage()
        error("usage: socks5d [-b address] [-p port] [-u user:password] [-q]", 0)
      end
      while args[i] do
        local option, value = args[i], args[i + 1]
        if option == "-q" then quiet = true; i = i - 1
        elseif not value then usage()
        elseif option == "-b" then host = value
        elseif option == "-p" then port = tonumber(value) or usage()
        elseif option == "-u" then login = value
        else usage() end
        i = i + 2
      end
      local user, password = login:match("^([^:]*):?(.*)$")
      local ok, err = proxy.listen(host, port, user, password)
      if not ok then error("socks5d: " .. err, 0) end
      if not quiet then
        print("socks5d: " .. host .. ":" .. port .. (user ~= "" and ", with password" or ""))
      end
      while true do
        local line = proxy.wait()
        if not quiet then print(line) end
      end
      """;

  private BuiltInPrograms() {}

  /// What a program's path stands for on that machine.
  static ProgramLoader orAtItsPath(Host host, String path) {
    if (host.vm().files().exists(path, FileCaller.root(0))) {
      return FileProgram.atItsPath();
    }
    return at(host, path).orElseGet(FileProgram::atItsPath);
  }

  /// The program of that path, if there is one ready-made.
  static Optional<ProgramLoader> at(Host host, String path) {
    return Optional.ofNullable(
        switch (path) {
          case PING -> withEcho(host, PING_SOURCE);
          case TRACEROUTE -> withEcho(host, TRACEROUTE_SOURCE);
          case REQUEST -> new ScriptLoader(REQUEST_SOURCE.getBytes(UTF_8));
          case LUA_HTTPD -> PoolProgram.command();
          case SOCKS5D -> with(SocksDaemon::install, SOCKS5D_SOURCE);
          case NAMED -> with(NameDaemon::install, NamePrograms.NAMED);
          case NSLOOKUP -> with(QueryApi::install, NamePrograms.NSLOOKUP);
          case DIG -> with(QueryApi::install, NamePrograms.DIG);
          default -> null;
        });
  }

  /// A script that gets functions which others have not.
  private static ProgramLoader with(Consumer<Process> functions, String source) {
    return process -> {
      functions.accept(process);
      new ScriptLoader(source.getBytes(UTF_8)).load(process);
    };
  }

  private static ProgramLoader withEcho(Host host, String source) {
    return process -> {
      String program = process.program().script();
      Optional<String> refusal = BrowserPlatform.PACKETS.refusal(process, program);
      if (refusal.isPresent()) {
        process.failToStart(refusal.get());
        return;
      }
      process.machine().globals.set("echo", Ping.on(host, process));
      new ScriptLoader(source.getBytes(UTF_8)).load(process);
    };
  }
}
