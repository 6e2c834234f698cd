package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.screen.ScreenShape;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// A host and a client of a game, as the documentation of the originals prints them: each lacks an
/// `end`, which is said with its place; with it they play, on one machine and on two.
final class TwoPlayersTest {
  /// The host as printed; `%s` is the missing line.
  private static final String HOST =
      """
      local network = require("lua.network")
      local json = require("lua.json")

      local gameServer = "game"
      local players = {}  -- id -> { x, y, name, score }

      function love.load()
        network.init()
        network.listen(gameServer, 8000, "127.0.0.1")
        print("Game server listening on port 8000")
      end

      function love.update(dt)
        local events = network.poll()
        for _, evt in ipairs(events) do
          if evt.type == "ws:server:ready" then
            print("Server ready on port " .. evt.port)

          elseif evt.type == "ws:peer:connect" then
            print("Client " .. evt.clientId .. " joined")
            players[evt.clientId] = { x = 0, y = 0, name = "Player" .. evt.clientId, score = 0 }

          elseif evt.type == "ws:peer:message" then
            -- Parse player update: { x, y, action }
            local msg = json.decode(evt.data)
            if players[evt.clientId] then
              players[evt.clientId].x = msg.x or players[evt.clientId].x
              players[evt.clientId].y = msg.y or players[evt.clientId].y
              if msg.action == "collect" then
                players[evt.clientId].score = (players[evt.clientId].score or 0) + 10
              end
            end

          elseif evt.type == "ws:peer:disconnect" then
            print("Client " .. evt.clientId .. " left")
            players[evt.clientId] = nil
        %send

        -- Broadcast game state every frame
        local state = { players = players, time = love.timer.getTime() }
        network.broadcast(gameServer, json.encode(state))
      end
      """;

  private static final String CLIENT =
      """
      local network = require("lua.network")
      local json = require("lua.json")

      local serverId = 1
      local gameState = {}
      local player = { x = 100, y = 100, name = "Me", score = 0 }

      function love.load()
        network.init()

        -- Connect to game server on localhost:8000
        -- (In real scenario, use server's public IP or .onion address)
        network.connect(serverId, "ws://127.0.0.1:8000/game")
      end

      function love.update(dt)
        -- Handle movement
        local speed = 200
        if love.keyboard.isDown("up") then player.y = player.y - speed * dt end
        if love.keyboard.isDown("down") then player.y = player.y + speed * dt end
        if love.keyboard.isDown("left") then player.x = player.x - speed * dt end
        if love.keyboard.isDown("right") then player.x = player.x + speed * dt end

        -- Send player state to server
        network.send(serverId, json.encode({ x = player.x, y = player.y }))

        -- Receive game state
        local events = network.poll()
        for _, evt in ipairs(events) do
          if evt.type == "ws:open" then
            print("Connected to game server")

          elseif evt.type == "ws:message" then
            gameState = json.decode(evt.data)

          elseif evt.type == "ws:error" then
            print("Connection error:", evt.error)

          elseif evt.type == "ws:close" then
            print("Disconnected from server")
        %send
      end

      function love.draw()
        -- Draw local player
        love.graphics.setColor(1, 1, 0)  -- Yellow
        love.graphics.circle("fill", player.x, player.y, 10)
        love.graphics.print(player.name, player.x - 30, player.y - 20)

        -- Draw other players
        love.graphics.setColor(1, 0, 1)  -- Magenta
        if gameState.players then
          for id, p in pairs(gameState.players) do
            if id ~= serverId and p.x then
              love.graphics.circle("fill", p.x, p.y, 10)
              love.graphics.print(p.name .. " (" .. (p.score or 0) .. ")", p.x - 30, p.y - 20)
            end
          end
        end
      end
      """;

  private static String printed(String script) {
    return script.replace("%send", "end");
  }

  private static String mended(String script) {
    return script.replace("%send", "  end\n  end");
  }

  private static TestProject.Run play(TestProject project) {
    return project.run(RunSettings.with(_ -> {}).withUntil(new SimTime(1_000_000_000)));
  }

  private static List<ScreenFrame> frames(TestProject.Run run, String node) {
    int index = run.nodeIds().indexOf(node);
    return run.all(SimEvent.ScreenDrawn.class).stream()
        .filter(each -> each.node() == index)
        .map(SimEvent.ScreenDrawn::frame)
        .toList();
  }

  private static List<String> texts(ScreenFrame frame) {
    return frame.shapes().stream()
        .filter(ScreenShape.Text.class::isInstance)
        .map(each -> ((ScreenShape.Text) each).text())
        .toList();
  }

  private static ScreenShape.Ellipse ball(ScreenFrame frame) {
    return (ScreenShape.Ellipse) frame.shapes().getFirst();
  }

  @Test
  void examplesAsPrinted_sayWhereAnEndIsMissing() {
    TestProject.Run run =
        play(
            new TestProject()
                .vm("box", "10.0.1.2/24", "host.lua", "join.lua")
                .script("host.lua", printed(HOST))
                .script("join.lua", printed(CLIENT)));
    assertEquals(
        """
        scripts/host.lua:43: 'end' expected (to close 'function' at line 13) near <eof>
        scripts/join.lua:61: 'end' expected (to close 'function' at line 16) near <eof>
        """,
        run.console("box"));
  }

  @Test
  void hostAndClientOnOneMachine_playOverTheLoopback() {
    TestProject.Run run =
        play(
            new TestProject()
                .vm("box", "10.0.1.2/24", "host.lua", "join.lua")
                .script("host.lua", mended(HOST))
                .script("join.lua", mended(CLIENT))
                .with(
                    """
                    , "stimuli": [
                      { "at": "300ms", "do": "key", "node": "box", "key": "right" },
                      { "at": "800ms", "do": "key", "node": "box", "key": "right", "down": false }
                    ]
                    """));
    assertEquals(
        """
        Game server listening on port 8000
        Server ready on port 8000
        Client 1 joined
        Connected to game server
        """,
        run.console("box"));
    ScreenFrame last = frames(run, "box").getLast();
    assertEquals(200, ball(last).x(), 4, "half a second to the right at 200 pixels a second");
    assertEquals(List.of("Me"), texts(last), "the client's own number is left out");
    assertTrue(run.framesFrom("eth0") == 0 && run.framesFrom("lo") > 50, "on lo, on no link");
  }

  @Test
  void hostAndTwoClientsOnThreeMachines_seeEachOther() {
    String host = mended(HOST).replace("\"127.0.0.1\"", "\"0.0.0.0\"");
    String client = mended(CLIENT).replace("127.0.0.1", "10.0.1.2");
    TestProject.Run run =
        play(
            new TestProject()
                .vm("host", "10.0.1.2/24", "host.lua")
                .vm("ada", "10.0.1.3/24", "join.lua")
                .vm("bob", "10.0.1.4/24", "join.lua")
                .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
                .link("l1", "host:eth0", "sw:p1", "")
                .link("l2", "ada:eth0", "sw:p2", "")
                .link("l3", "bob:eth0", "sw:p3", "")
                .script("host.lua", host)
                .script("join.lua", client)
                .with(
                    """
                    , "stimuli": [ { "at": "500ms", "do": "key", "node": "bob", "key": "down" } ]
                    """));
    assertEquals("Connected to game server\n", run.console("ada"));
    assertEquals("Connected to game server\n", run.console("bob"));
    ScreenFrame ada = frames(run, "ada").getLast();
    ScreenFrame bob = frames(run, "bob").getLast();
    assertEquals(100, ball(ada).y(), 0);
    assertEquals(200, ball(bob).y(), 6);
    boolean adaSeesBob =
        ada.shapes().stream()
            .anyMatch(each ->
                each instanceof ScreenShape.Ellipse e && Math.abs(e.y() - ball(bob).y()) < 10);
    assertTrue(adaSeesBob, ada.toString());
  }
}
