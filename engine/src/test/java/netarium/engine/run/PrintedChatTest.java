package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The programs of the document on WebSockets, as they are printed there.
class PrintedChatTest {
  /// What calls the program's frames where nothing else does.
  private static final String FRAMES =
      """
      love = love or {}
      dofile("scripts/chat.lua")
      go(function() sleep(1) love.mousereleased(3, 4, 1) love.mousereleased(5, 6, 2) end)
      for frame = 1, 600 do
        love.update(1 / 60)
        sleep(1 / 60)
      end
      os.exit()
      """;

  private static final String SERVER =
      """
      network.init()
      network.listen("chat", 8000)
      while true do
        for _, e in ipairs(network.poll()) do
          if e.type == "ws:peer:message" then
            print(e.data)
            network.broadcast("chat", e.data:upper())
            if e.data:find("clicked") then network.stopServer("chat") end
          end
        end
      end
      """;

  private static String printed(String name) throws IOException {
    try (InputStream in = PrintedChatTest.class.getResourceAsStream("printed/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  @Test
  void chat_connectsTalksAndHearsOfTheEnd() throws IOException {
    TestProject.Run run =
        new TestProject()
            .vm("a", "10.0.0.1/24", "server.lua", "frames.lua")
            .script("server.lua", SERVER)
            .script("frames.lua", FRAMES)
            .script("chat.lua", printed("chat.lua"))
            .run();
    assertEquals(
        """
        Connected to chat
        Hello chat!
        Received:\tHELLO CHAT!
        User clicked at 3, 4
        Received:\tUSER CLICKED AT 3, 4
        Disconnected
        connection to 127.0.0.1:8000 refused: nobody listens there
        Connection error:\tconnection refused
        Connection error:\tconnection refused
        Connection error:\tconnection refused
        Connection error:\tconnection refused
        """,
        run.console("a"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "host.lua,scripts/host.lua:43: 'end' expected (to close 'function' at line 13) near <eof>",
        "join.lua,scripts/join.lua:61: 'end' expected (to close 'function' at line 16) near <eof>",
      })
  void programThatLacksAnEnd_isRefusedWithItsLine(String name, String message) throws IOException {
    TestProject.Run run = new TestProject().vm("a", "", name).script(name, printed(name)).run();
    assertEquals(message, run.console("a").lines().findFirst().orElse(""));
  }
}
