package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Two machines whose scripts use `network`, and what they print.
abstract class NetworkModuleLab {
  /// Prints each event with all its fields, sorted, and the second it was seen in.
  static final String SHOW =
      """
      local network = require("lua.network")
      network.init()
      local function show(e)
        local names = {}
        for k in pairs(e) do if k ~= "type" then names[#names + 1] = k end end
        table.sort(names)
        local text = e.type
        for _, k in ipairs(names) do text = text .. " " .. k .. "=" .. tostring(e[k]) end
        print(os.time() - 1767225600, text)
      end
      local function events(seconds, on)
        local over = false
        go(function() sleep(seconds) over = true end)
        while not over do
          for _, e in ipairs(network.poll()) do
            show(e)
            if on then on(e) end
          end
        end
      end
      """;

  static final String ECHO =
      SHOW
          + """
          network.listen("s", 8000, "0.0.0.0")
          events(50, function(e)
            if e.type == "ws:peer:message" then
              network.sendToClient("s", e.clientId, "you said " .. e.data)
            end
          end)
          """;

  static TestProject.Run run(String server, String client, String more) {
    return new TestProject()
        .vm("a", "10.0.0.1/24", "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("server.lua", server)
        .script("client.lua", client)
        .with(more)
        .run();
  }

  static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }
}
