package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main loop of `love`: when frames come, what they are told, how they end.
final class LoveLoopTest {
  private static TestProject game(String script) {
    return new TestProject().vm("pc", "", "game.lua").script("game.lua", script);
  }

  private static TestProject.Run play(TestProject project, long millis) {
    return project.run(RunSettings.with(_ -> {}).withUntil(new SimTime(millis * 1_000_000)));
  }

  private static String played(String script, long millis) {
    return play(game(script), millis).console("pc");
  }

  @Test
  void frames_comeSixtyTimesASecondAndLoadOnce() {
    String said =
        played(
            """
            local n = 0
            function love.load(a) print("load", a[0], n) end
            function love.update(dt)
              n = n + 1
              if n <= 3 then print(n, string.format("%.6f", dt)) end
              if n == 60 then
                print(love.timer.getFPS(), string.format("%.3f", love.timer.getTime()))
              end
            end
            print("main")
            """,
            1500);
    assertEquals(
        """
        main
        load\tscripts/game.lua\t0
        1\t0.000000
        2\t0.016667
        3\t0.016667
        60\t0.983
        """,
        said);
  }

  @Test
  void lateFrame_runsAtOnceAndNoneIsMadeUp() {
    String said =
        played(
            """
            local n = 0
            function love.update(dt)
              n = n + 1
              if n <= 6 then
                print(n, math.floor(love.timer.getTime() * 1000 + 0.5), math.floor(dt * 1000 + 0.5))
              end
              if n == 2 then sleep(0.05) end
            end
            """,
            300);
    // Frame 2 lasts three frames and a bit; frame 3 comes at its end, frame 4 where one is due.
    assertEquals("1\t0\t0\n2\t17\t17\n3\t67\t50\n4\t83\t17\n5\t100\t17\n6\t117\t17\n", said);
  }

  @Test
  void pollInACallback_neverWaits() {
    String said =
        played(
            """
            net.listen(9)
            local n = 0
            function love.update()
              n = n + 1
              local before = love.timer.getTime()
              net.recv() net.recv() net.recv()
              if n == 5 then print(love.timer.getTime() - before < 0.001) end
            end
            """,
            200);
    assertEquals("true\n", said);
  }

  @Test
  void blockingCallInACallback_holdsUpThatLoopOnly() {
    TestProject.Run run =
        play(
            new TestProject()
                .vm("pc", "", "slow.lua", "fast.lua")
                .script("slow.lua", "function love.update() sleep(0.1) print('slow') end")
                .script(
                    "fast.lua",
                    "local n = 0 function love.update() n = n + 1 end "
                        + "go(function() sleep(0.45) print('fast ' .. n) end)"),
            460);
    assertEquals("slow\nslow\nslow\nslow\nfast 27\n", run.console("pc"));
  }

  @Test
  void errorInACallback_endsTheProcessWithItsTraceback() {
    TestProject.Run run = play(game("function love.draw()\n  error('no paint')\nend"), 100);
    assertTrue(
        run.console("pc").startsWith("scripts/game.lua:2: no paint\nstack traceback:"),
        run.console("pc"));
    assertEquals("failed", run.all(SimEvent.ProcessEnded.class).getFirst().how());
  }

  @Test
  void quit_asksFirstAndEndsTheProcess() {
    TestProject.Run run =
        play(
            game(
                """
                local asked = 0
                function love.update() love.event.quit(asked) end
                function love.quit() asked = asked + 1 print("quit " .. asked) return asked < 2 end
                """),
            500);
    assertEquals("quit 1\nquit 2\n", run.console("pc"));
    SimEvent.ProcessEnded ended = run.all(SimEvent.ProcessEnded.class).getFirst();
    assertEquals("exited", ended.how());
    assertEquals(1, ended.exitCode());
  }

  @Test
  void programWithoutCallbacks_endsAsAnyOther() {
    TestProject.Run run = game("print(love.graphics.getWidth())").run();
    assertEquals("800\n", run.console("pc"));
    assertEquals("returned", run.all(SimEvent.ProcessEnded.class).getFirst().how());
  }

  @Test
  void gameWithoutAnEnd_runsUntilTheLongestRunIsOver() {
    TestProject.Run run = game("function love.update() end").run();
    assertEquals(new SimTime(60_000_000_000L), run.result().time());
  }

  @Test
  void keysAndMouse_reachTheProgramAsCallbacksAndState() {
    String stimuli =
        """
        , "stimuli": [
          { "at": "100ms", "do": "key", "node": "pc", "key": "a", "text": "A" },
          { "at": "130ms", "do": "key", "node": "pc", "key": "a", "text": "A" },
          { "at": "200ms", "do": "key", "node": "pc", "key": "a", "down": false },
          { "at": "210ms", "do": "mouse", "node": "pc", "x": 40, "y": 30 },
          { "at": "220ms", "do": "mouse", "node": "pc", "x": 50, "y": 30.5, "button": 1 },
          { "at": "240ms", "do": "mouse", "node": "pc", "x": 50, "y": 30.5, "button": 1,
            "down": false },
          { "at": "250ms", "do": "mouse", "node": "pc", "x": 50, "y": 30.5, "button": 1,
            "down": false }
        ]
        """;
    TestProject.Run run =
        play(
            game("""
            local was
            function love.update()
              local now = tostring(love.keyboard.isDown("b", "a"))
                .. tostring(love.mouse.isDown(1)) .. love.mouse.getX()
              if now ~= was then print("now " .. now) was = now end
            end
            function love.keypressed(key, code, again) print("pressed", key, code, again) end
            function love.keyreleased(key) print("released", key) end
            function love.textinput(text) print("text", text) end
            function love.mousepressed(x, y, button) print("down", x, y, button) end
            function love.mousereleased(x, y, button) print("up", x, y, button) end
            function love.mousemoved(x, y, dx, dy) print("moved", x, y, dx, dy) end
            """)
                .with(stimuli),
            400);
    assertEquals(
        """
        now falsefalse0
        pressed\ta\ta\tfalse
        text\tA
        now truefalse0
        pressed\ta\ta\ttrue
        text\tA
        released\ta
        now falsefalse0
        moved\t40\t30\t40\t30
        now falsefalse40
        moved\t50\t30.5\t10\t0.5
        down\t50\t30.5\t1
        now falsetrue50
        up\t50\t30.5\t1
        now falsefalse50
        """,
        run.console("pc"));
  }

  @Test
  void keyPress_isTheCauseOfWhatItLeadsTo() {
    TestProject.Run run =
        play(
            game("function love.keypressed() print('hit') end function love.update() end")
                .with(
                    """
                    , "stimuli": [ { "at": "100ms", "do": "key", "node": "pc", "key": "space" } ]
                    """),
            200);
    SimEvent hit = run.all(SimEvent.ConsoleWritten.class).getFirst();
    SimEvent.StimulusApplied pressed = run.all(SimEvent.StimulusApplied.class).getFirst();
    assertEquals("key pc space down", pressed.action());
    assertEquals(pressed.ordinal(), hit.cause());
  }

  @Test
  void keys_goToTheProgramThatDraws() {
    TestProject.Run run =
        play(
            new TestProject()
                .vm("pc", "", "game.lua", "host.lua")
                .script(
                    "game.lua",
                    "function love.draw() end function love.keypressed() print('game') end")
                .script(
                    "host.lua",
                    "function love.update() end function love.keypressed() print('host') end")
                .with(
                    """
                    , "stimuli": [ { "at": "100ms", "do": "key", "node": "pc", "key": "x" } ]
                    """),
            200);
    assertEquals("game\n", run.console("pc"));
  }

  @Test
  void frameThatDiffers_isAnEventAndSharesTheRest() {
    TestProject.Run run =
        play(
            game(
                """
                local n = 0
                love.window.setTitle("Ball")
                function love.update() n = n + 1 end
                function love.draw()
                  love.graphics.rectangle("fill", 0, 0, 10, 10)
                  love.graphics.circle("fill", math.floor(n / 3), 50, 5)
                end
                """),
            200);
    List<ScreenFrame> frames =
        run.all(SimEvent.ScreenDrawn.class).stream().map(SimEvent.ScreenDrawn::frame).toList();
    assertEquals(5, frames.size());
    assertEquals("Ball", frames.getFirst().title());
    assertSame(frames.get(0).shapes().get(0), frames.get(3).shapes().get(0), "shared");
    assertEquals(2, frames.getFirst().shapes().size());
  }

  @Test
  void runInOtherSteps_isTheSameRun() {
    Project project =
        game("""
        local x = 0
        function love.update(dt)
          if love.keyboard.isDown("right") then x = x + 100 * dt end
          for i = 1, 3000 do x = x + 0.0001 end
        end
        function love.draw() love.graphics.print(x, x, 20) end
        """)
            .with(
                """
                , "stimuli": [ { "at": "333ms", "do": "key", "node": "pc", "key": "right" } ]
                """)
            .project();
    RunSettings settings = RunSettings.with(_ -> {}).withUntil(new SimTime(1_000_000_000));
    assertEquals(
        TestProject.run(project, settings).result(),
        TestProject.run(project, settings.inPlace(false)).result());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "love.graphics.newImage('x.png')"
            + "|love.graphics.newImage is not supported on a simulated machine",
        "love.audio.play()|love.audio.play is not supported on a simulated machine",
        "love.keyboard.isDown('Left')"
            + "|bad argument #1 to 'isDown' (no key is called 'Left'; did you mean 'left'?)",
        "love.graphics.circle('full', 1, 2, 3)"
            + "|bad argument #1 to 'circle' (invalid option 'full')",
        "love.graphics.circle('fill', 1, 0/0, 3)"
            + "|bad argument #3 to 'circle' (finite number expected)",
        "love.graphics.line(1, 2, 3)"
            + "|bad argument #3 to 'line' (x and y of at least 2 points expected)",
        "love.graphics.polygon('fill', {1, 2, 3, 4, 5, 'x'})"
            + "|bad argument #2 to 'polygon' (finite number expected at [6], got string)",
        "love.graphics.setColor({1, 2})"
            + "|bad argument #1 to 'setColor' (number expected at [3] of the colour, got nil)",
        "love.graphics.pop()|love.graphics.pop without push",
        "for i = 1, 129 do love.graphics.push() end"
            + "|love.graphics.push without pop: more than 128 levels",
        "love.window.setMode(0, 100)" + "|bad argument #1 to 'setMode' (1 to 1920 pixels expected)",
        "love.graphics.newFont('a.ttf')"
            + "|fonts from files are not supported on a simulated machine: write newFont(size)",
        "for i = 1, 5000 do love.graphics.circle('fill', 1, 1, 1) end"
            + "|too much is drawn in one frame: at most 4096 shapes with 65536 coordinates or"
            + " characters"
      })
  void mistake_isNamed(String call, String message) {
    String said = game(call).run().console("pc");
    assertEquals("scripts/game.lua:1: " + message, said.lines().findFirst().orElse(""));
  }

  @Test
  void ownLoop_isRefusedWithWhatToDo() {
    String said = played("function love.run() end", 100);
    assertTrue(
        said.startsWith("love.run cannot be replaced: use love.load, love.update and love.draw"),
        said);
  }

  @Test
  void settings_areWhatWasSet() {
    String said =
        game("""
        local g = love.graphics
        g.setColor(0.25, 0.5, 1) print(g.getColor())
        g.setColor({1, 0, 0, 0.5}) print(g.getColor())
        g.push("all") g.setColor(0, 0, 0) g.pop() print(g.getColor())
        g.setLineWidth(2.5) print(g.getLineWidth())
        love.window.setMode(320, 200) print(g.getDimensions())
        print(love.window.getMode())
        print(g.newFont(24):getWidth("Hi"), g.getFont():getHeight())
        print(love.getVersion())
        print(love.nonsense, love.graphics.nonsense)
        print(require("lua.love") == love)
        """)
            .run()
            .console("pc");
    assertTrue(
        said.startsWith(
            """
            0.25\t0.5\t1\t1
            1\t0\t0\t0.5
            1\t0\t0\t0.5
            2.5
            320\t200
            """),
        said);
    assertTrue(
        said.endsWith(
            """
            16\t14
            11\t5\t0\tMysterious Mysteries
            nil\tnil
            true
            """),
        said);
  }
}
