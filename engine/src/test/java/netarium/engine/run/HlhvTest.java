package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// A queen, her cells and what clients get from them.
final class HlhvTest {
  private static final String NOBODY = "<p>there is no cell mounted on the path</p>";

  private static String says(String name) {
    return """
    on_http = function(res, req)
      res:WriteHead(200, {["content-type"] = "text/plain"})
      res:WriteBody("%s " .. req.Head.path)
    end
    """
        .formatted(name);
  }

  @Test
  void wrongKey_isRefused_andTriedAgainLaterAndLater() {
    TestProject.Run run =
        new HiveRig()
            .script("one", "hlhv.cell{queen = 'queen', key = 'wrong', on_http = print}")
            .client("print(ask('/'))")
            .until("60s")
            .run();
    String said = run.console("one");
    Matcher each =
        Pattern.compile(
                "the queen at queen:2001 did not accept this cell: is the key right\\? "
                    + "\\(EOF\\); next try in (\\d+) s\n")
            .matcher(said);
    List<Integer> waits = new ArrayList<>();
    while (each.find()) {
      waits.add(Integer.parseInt(each.group(1)));
    }
    assertEquals(List.of(4, 6, 9, 13, 19, 28), waits, said);
    assertEquals(6, HiveRig.count(run, 0x00));
    assertEquals(0, HiveRig.count(run, 0x08));
    assertTrue(run.console("client").contains(NOBODY), run.console("client"));
  }

  @Test
  void connectionOfTenSeconds_isFollowedByAShortWait() {
    TestProject.Run run =
        new HiveRig()
            .script("one", "hlhv.cell{queen = 'queen', key = 'secret', on_http = print}")
            .then("sleep(15) queen:Close()")
            .run();
    assertTrue(run.console("one").contains("next try in 2 s"), run.console("one"));
  }

  @Test
  void hashedKey_isAcceptedToo() {
    TestProject.Run run =
        new HiveRig()
            .queen("key = require('hlhv.keys').hash('secret', '0a1b')")
            .cell("one", says("one"))
            .client("print(ask('/x'))")
            .run();
    assertTrue(run.console("client").startsWith("200\tone /x"), run.console("client"));
  }

  @Test
  void digest_isThatOfTheStandard() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "", "main.lua")
            .script(
                "main.lua",
                """
                local keys = require("hlhv.keys")
                print(keys.sha256("abc"))
                print(keys.sha256(""))
                print(keys.sha256(("a"):rep(119)))
                print(keys.uuid():match("^%x+%-%x+%-4%x%x%x%-[89ab]%x%x%x%-%x+$") ~= nil)
                """)
            .run();
    assertEquals(
        """
        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb
        true
        """,
        run.console("box"));
  }

  @Test
  void request_goesToTheLongestMountOfItsHost() {
    TestProject.Run run =
        new HiveRig()
            .queen("aliases = {['(fallback)'] = false, queen = '@', other = 'shop'}")
            .cell("one", "mount = {path = '/photos/'}, " + says("photos"))
            .script(
                "two",
                """
                local function cell(name, host, path)
                  hlhv.cell{queen = "queen", key = "secret", quiet = true,
                    mount = {host = host, path = path}, on_http = function(res, req)
                      res:WriteHead(200)
                      res:WriteBody(name .. " " .. req.Head.path .. " " .. req.Head.host)
                    end}
                end
                cell("root", "@", "/")
                cell("cats", "queen", "/photos/cats/")
                cell("exact", "@", "/photos/list")
                cell("shop", "other", "/")
                """)
            .client(
                """
                for _, path in ipairs {
                  "/photos/a/b", "/photos/", "/photos", "/photos/cats/x", "/photos/list",
                  "/photos/list/x", "/", "/api", "/a//b/../c",
                } do
                  print(path, (select(2, ask(path))))
                end
                """)
            .run();
    assertEquals(
        """
        /photos/a/b\tphotos /a/b
        /photos/\tphotos /
        /photos\troot /photos queen
        /photos/cats/x\tcats /x queen
        /photos/list\texact / queen
        /photos/list/x\tphotos /list/x
        /\troot / queen
        /api\troot /api queen
        /a//b/../c\troot /a//b/../c queen
        """,
        run.console("client"));
  }

  @Test
  void secondMountOfTheSamePlace_isKickedOut() {
    TestProject.Run run =
        new HiveRig()
            .queen("quiet = false")
            .cell("one", says("one"))
            .script("two", "sleep(0.5) hlhv.cell{queen = 'queen', key = 'secret', on_http = print}")
            .client("print((select(2, ask('/'))))")
            .until("3s")
            .run();
    assertTrue(run.console("queen").contains("mux: existing mount on @/"), run.console("queen"));
    assertTrue(run.console("two").contains("the leash has ended: EOF"), run.console("two"));
    assertEquals("one /\n", run.console("client"));
  }

  @Test
  void tenRequestsAtOnce_makeTheQueenAskForBands() {
    TestProject.Run run =
        new HiveRig()
            .cell(
                "one",
                """
                on_http = function(res, req)
                  sleep(1)
                  res:WriteHead(200)
                  res:WriteBody(req.Head.path)
                end
                """)
            .client(
                """
                local got = {}
                for i = 1, 10 do
                  go(function() table.insert(got, (http_get("https://queen/" .. i))) end)
                end
                sleep(3)
                table.sort(got)
                print(#got, table.concat(got, " "))
                """)
            .run();
    assertEquals("10\t/1 /10 /2 /3 /4 /5 /6 /7 /8 /9\n", run.console("client"));
    assertEquals(10, HiveRig.count(run, 0x20));
    assertEquals(11, HiveRig.count(run, 0x00));
    assertEquals(11, HiveRig.count(run, 0x08));
  }

  @Test
  void band_isUsedAgain() {
    TestProject.Run run =
        new HiveRig()
            .cell("one", says("one"))
            .client("for i = 1, 5 do print((ask('/' .. i))) end")
            .run();
    assertEquals("200\n".repeat(5), run.console("client"));
    assertEquals(1, HiveRig.count(run, 0x20));
  }

  @Test
  void bodies_areWholeAndInOrder_bothWays() {
    TestProject.Run run =
        new HiveRig()
            .cell(
                "one",
                """
                on_http = function(res, req)
                  req:SetMaxBodySize(200000)
                  local body = assert(req:ReadBodyFull())
                  res:WriteHead(200, {["content-type"] = "application/octet-stream"})
                  res:WriteBody(body)
                  res:WriteBody(body:reverse())
                end
                """)
            .client(
                """
                local parts = {}
                for i = 1, 30000 do parts[i] = string.char(i % 256, math.floor(i / 256) % 256) end
                local body = table.concat(parts)
                local status, got = ask("/", {method = "POST", body = body})
                print(status, #got, got == body .. body:reverse())
                """)
            .run();
    assertEquals("200\t120000\ttrue\n", run.console("client"));
    List<HiveRig.Frame> bodies =
        HiveRig.frames(run).stream().filter(each -> each.kind() == 0x31).toList();
    assertEquals(60_000, bodies.stream().mapToInt(each -> each.payload().length()).sum());
    assertTrue(bodies.stream().allMatch(each -> each.payload().length() <= 1024));
    assertEquals(1, HiveRig.count(run, 0x32));
  }

  @Test
  void body_isCutAtWhatTheCellWants_andComesPieceByPiece() {
    TestProject.Run run =
        new HiveRig()
            .cell(
                "one",
                """
                on_http = function(res, req)
                  if req.Head.path == "/pieces" then
                    local sizes = {}
                    repeat
                      local more, data = req:ReadBody()
                      sizes[#sizes + 1] = #data
                    until not more
                    res:WriteHead(200)
                    return res:WriteBody(table.concat(sizes, " "))
                  elseif req.Head.path == "/late" then
                    res:WriteHead(200)
                    return res:WriteBody(tostring(select(3, req:ReadBody())))
                  elseif req.Head.path == "/part" then
                    req:SetMaxBodySize(3000)
                    local _, first = req:ReadBody()
                    res:WriteHead(200)
                    local rest = req:ReadBodyFull()
                    return res:WriteBody(#first .. "+" .. #rest)
                  end
                  req:SetMaxBodySize(10)
                  res:WriteHead(200)
                  res:WriteBody("not asked: " .. req.Head.method)
                end
                """)
            .client(
                """
                local long = {method = "POST", body = ("x"):rep(10000)}
                print((select(2, ask("/pieces", {method = "POST", body = ("x"):rep(2500)}))))
                print((select(2, ask("/pieces", {method = "POST", body = ("x"):rep(10000)}))))
                print((select(2, ask("/part", {method = "POST", body = ("x"):rep(10000)}))))
                print((select(2, ask("/late", {method = "POST", body = ("x"):rep(10000)}))))
                print((select(2, ask("/none", {method = "POST", body = ("x"):rep(10000)}))))
                print((select(2, ask("/pieces"))))
                """)
            .run();
    String said = run.console("client");
    List<String> lines = said.lines().toList();
    assertEquals(2500, sum(lines.get(0)), said);
    assertEquals(8192, sum(lines.get(1)), said);
    assertEquals(3000, sum(lines.get(2).replace('+', ' ')), said);
    assertEquals("the body was not asked for before the answer", lines.get(3));
    assertEquals("not asked: POST", lines.get(4));
    assertEquals("0", lines.get(5));
    assertEquals(1, HiveRig.count(run, 0x20), "one band did for all");
  }

  private static int sum(String numbers) {
    int sum = 0;
    for (String each : numbers.split(" ", -1)) {
      sum += Integer.parseInt(each);
    }
    return sum;
  }

  @Test
  void cellThatDiesBeforeTheAnswer_gives502() {
    TestProject.Run run =
        new HiveRig()
            .cell("one", "on_http = function() os.exit(1) end")
            .client("print(ask('/')) sleep(1) print((ask('/')))")
            .run();
    String said = run.console("client");
    assertTrue(said.startsWith("502\t<!DOCTYPE html>"), said);
    assertTrue(said.contains("<p>cell couldn't handle http req</p>"), said);
    assertTrue(said.endsWith("404\n"), said);
  }

  @Test
  void cellThatDiesWithinTheAnswer_breaksItOff() {
    TestProject.Run run =
        new HiveRig()
            .cell(
                "one",
                """
                on_http = function(res)
                  res:WriteHead(200, {["content-length"] = 5000})
                  res:WriteBody("begun")
                  sleep(0.5)
                  os.exit(1)
                end
                """)
            .client("print(ask('/')) print(os.time())")
            .run();
    String said = run.console("client");
    assertTrue(said.contains("\n0\tconnection closed after 5 of 5000 body octets"), said);
    assertTrue(said.endsWith("1767225601\n"), said);
    assertEquals("", run.console("queen"));
  }

  @Test
  void cellWithoutPower_gives502_andNoHang() {
    TestProject.Run run =
        new HiveRig()
            .cell("one", "on_http = function() sleep(100) end")
            .queen("timeout_write = 5")
            .client("local t = os.time() local status = ask('/') print(status, os.time() - t)")
            .with(", \"stimuli\": [{ \"at\": \"2s\", \"do\": \"crash\", \"node\": \"one\" }]")
            .run();
    assertEquals("502\t5\n", run.console("client"));
  }

  @Test
  void handlerThatFails_gives502_andItsTracebackIsOnTheConsole() {
    TestProject.Run run =
        new HiveRig()
            .cell(
                "one",
                """
                on_http = function(res, req)
                  if req.Head.path == "/nothing" then return end
                  if req.Head.path == "/early" then res:WriteHead(103) return end
                  if req.Head.path == "/body" then res:WriteBody("x") end
                  error("oh no")
                end
                """)
            .client(
                """
                for _, path in ipairs {"/error", "/nothing", "/early", "/body"} do
                  print((ask(path)))
                end
                """)
            .run();
    assertEquals("502\n".repeat(4), run.console("client"));
    String said = run.console("one");
    assertTrue(said.contains("hlhv.cell: GET /error: scripts/one.lua:5: oh no"), said);
    assertTrue(said.contains("stack traceback:"), said);
    assertTrue(said.contains("WriteHead comes before WriteBody"), said);
  }

  @Test
  void cellThatOpensNoBand_gives503() {
    TestProject.Run run =
        new HiveRig()
            .queen("band_timeout = 2")
            .script(
                "one",
                """
                sleep(0.5)
                local frames = require("hlhv.frames")
                local stream = frames.Stream(assert(tls.Dial("tcp", "queen:2001", {})))
                stream:Send(frames.IAm, {connKind = 0, key = "secret"})
                print(stream:Read())
                stream:Send(frames.Mount, {host = "@", path = "/"})
                while stream:Read() do end
                """)
            .client("print(ask('/'))")
            .run();
    String said = run.console("client");
    assertTrue(said.startsWith("503\t<!DOCTYPE html>"), said);
    assertTrue(said.contains("<p>this page is unavailable right now</p>"), said);
  }

  @Test
  void idleBands_areClosedByTheGardener() {
    TestProject.Run run =
        new HiveRig()
            .queen("garden_freq = 10")
            .queen("quiet = false")
            .cell("one", says("one"))
            .client(
                """
                for i = 1, 3 do go(http_get, "https://queen/" .. i) end
                sleep(40)
                print((ask("/again")))
                """)
            .until("200s")
            .run();
    String said = run.console("queen");
    assertTrue(said.contains("band 3 of cell 10.0.0.2:49152 was idle for"), said);
    List<Long> closed = new ArrayList<>();
    for (SimEvent.ConsoleWritten each : run.all(SimEvent.ConsoleWritten.class)) {
      String text = new String(each.text().toByteArray(), UTF_8);
      if (text.contains("was idle for")) {
        closed.add(each.at().nanos() / 1_000_000_000L);
      }
    }
    assertEquals(List.of(71L, 71L, 111L), closed, said);
  }

  @Test
  void silentClient_isClosedAfterASecond_andBlocksNobody() {
    TestProject.Run run =
        new HiveRig()
            .script(
                "two",
                """
                sleep(0.5)
                for i = 1, 5 do
                  go(function()
                    local conn = assert(tls.Dial("tcp", "queen:2001", {}))
                    local began = os.time()
                    print((conn:Read()), os.time() - began)
                  end)
                end
                """)
            .cell("one", says("one"))
            .client("print(ask('/'))")
            .run();
    assertEquals("nil\t1\n".repeat(5), run.console("two"));
    assertTrue(run.console("client").startsWith("200"), run.console("client"));
  }

  @Test
  void strangers_areTurnedAway() {
    TestProject.Run run =
        new HiveRig()
            .queen("quiet = false")
            .script(
                "two",
                """
                sleep(0.5)
                local frames = require("hlhv.frames")
                local function try(octets)
                  local conn = assert(tls.Dial("tcp", "queen:2001", {}))
                  conn:Write(octets)
                  print(conn:Read())
                  conn:Close()
                end
                local function iAm(values) return frames.pack(0, frames.encode(0, values)) end
                try("GET / HTTP/1.1\\r\\n\\r\\n")
                try("\\0\\0\\0\\0")
                try("\\0\\0\\32\\0" .. ("x"):rep(8192))
                try(frames.pack(0, '{"connKind":"cell"}'))
                try(frames.pack(0, "no json"))
                try(iAm{connKind = 2, key = "secret"})
                try(iAm{connKind = 1, uuid = "no such", key = "x"})
                try(frames.pack(0x10, frames.encode(0x10, {host = "@", path = "/"})))
                """)
            .cell("one", says("one"))
            .client("sleep(1) print((ask('/')))")
            .run();
    assertEquals("nil\tEOF\n".repeat(8), run.console("two"));
    assertEquals("200\n", run.console("client"));
    List<String> why =
        run.console("queen")
            .lines()
            .filter(line -> line.contains("refused"))
            .map(line -> line.replaceFirst(".*refused [0-9.:]+: ", ""))
            .toList();
    assertEquals(
        List.of(
            "frame of 1195725856 octets: at most 4096 are read",
            "empty frame",
            "frame of 8192 octets: at most 4096 are read",
            "IAm: field connKind is no int",
            "IAm: no JSON object",
            "it is neither cell nor band",
            "a band of no cell that is here",
            "it began with Mount"),
        why);
  }

  @Test
  void cellThatStops_isNoLongerMounted() {
    TestProject.Run run =
        new HiveRig()
            .script(
                "one",
                "local cell = hlhv.cell{queen = 'queen', key = 'secret', "
                    + says("one")
                    + "} sleep(3) cell:Stop()")
            .client("print((ask('/'))) sleep(4) print((ask('/')))")
            .run();
    assertEquals("200\n404\n", run.console("client"));
    assertEquals(1, HiveRig.count(run, 0x11));
  }

  @Test
  void files_areServedBeforeTheHandlerIsAsked() {
    TestProject.Run run =
        new HiveRig()
            .script(
                "one",
                """
                fs.mkdir("/var/www/sub")
                fs.write("/var/www/index.html", "<h1>home</h1>")
                fs.write("/var/www/sub/a.txt", "text")
                fs.write("/home/secret", "secret")
                fs.write("/tmp/hello", "hello {name}, \\\\{name}, {other}")
                hlhv.cell{queen = "queen", key = "secret", files = {
                  ["/"] = "/var/www",
                  ["/hello"] = {path = "/tmp/hello", template = {name = "you"}},
                }, on_http = function(res, req)
                  res:WriteHead(200)
                  res:WriteBody("handler " .. req.Head.path)
                end}
                """)
            .client(
                """
                for _, path in ipairs {"/", "/sub/a.txt", "/../../home/secret", "/hello", "/x"} do
                  local status, body, headers = ask(path)
                  print(status, body, headers["content-type"], headers["cache-control"])
                end
                """)
            .run();
    assertEquals(
        """
        200\t<h1>home</h1>\ttext/html; charset=utf-8\tmax-age=14400
        200\ttext\ttext/plain; charset=utf-8\tmax-age=14400
        200\thandler /../../home/secret\ttext/plain; charset=utf-8\tnil
        200\thello you, {name}, {other}\ttext/plain; charset=utf-8\tmax-age=14400
        200\thandler /x\ttext/plain; charset=utf-8\tnil
        """,
        run.console("client"));
  }

  @Test
  void configurationFile_isRead() {
    TestProject.Run run =
        new HiveRig()
            .queen("key = NONE, aliases = NONE, quiet = false")
            .queen(
                """
                conf = (function()
                  fs.mkdir("/etc/hlhv")
                  fs.write("/etc/hlhv/hlhv.conf", [[
                # the hive of a test
                portHlhv 3001
                portHttps 7
                portHttps 8443   # the last one counts
                connKey secret
                gardenFreq often
                nectar 5
                alias queen -> @
                unalias localhost]])
                  return "/etc/hlhv/hlhv.conf"
                end)()\
                """)
            .script("one", "hlhv.cell{queen = 'queen:3001', key = 'secret', " + says("one") + "}")
            .client("print((select(2, ask('/', {base = 'https://queen:8443'}))))")
            .run();
    assertEquals("one /\n", run.console("client"));
    String said = run.console("queen");
    assertTrue(said.contains("hlhv.conf:6: gardenFreq is a number, not often; it stays 120"), said);
    assertTrue(said.contains("hlhv.conf:7: there is no setting nectar"), said);
  }

  @Test
  void sameSeed_sameHash() {
    HiveRig rig =
        new HiveRig()
            .cell("one", says("one"))
            .cell("two", "mount = {path = '/two/'}, " + says("two"))
            .client("for i = 1, 4 do go(http_get, 'https://queen/two/' .. i) end print(ask('/'))");
    assertEquals(rig.run().result().summary(), rig.run().result().summary());
  }
}
