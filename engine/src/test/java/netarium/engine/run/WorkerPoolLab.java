package netarium.engine.run;

/// The handler of the documentation, word for word, and a way to ask for one thing.
abstract class WorkerPoolLab {
  static final String HANDLER =
      """
      function handle_request(method, path, body)
          if path == "/" then
              return 200, "text/plain", "Hello from luars!"

          elseif path == "/time" then
              return 200, "text/plain", os.date("%Y-%m-%d %H:%M:%S")

          elseif path == "/echo" and method == "POST" then
              return 200, "text/plain", body

          elseif path == "/sleep" then
              sleep(1)
              return 200, "text/plain", "Slept for 1 second"

          elseif path == "/fetch" then
              local data = http_get("http://httpbin.org/get")
              return 200, "application/json", data

          else
              return 404, "text/plain", "Not Found"
          end
      end
      """;

  /// Asks for one thing on a connection of its own and prints when and what came back.
  static final String ASK =
      """
      function ask(method, path, body)
        local c = net.connect("server", 8080)
        local reader = http.reader(c)
        local head = method .. " " .. path ..
          " HTTP/1.1\\r\\nHost: server\\r\\nConnection: close\\r\\n"
        if body then head = head .. "Content-Length: " .. #body .. "\\r\\n" end
        c:send(head .. "\\r\\n" .. (body or ""))
        local r, err = reader:read_response()
        c:close()
        return r and r.status or err, r and r.body, r
      end
      """;
}
