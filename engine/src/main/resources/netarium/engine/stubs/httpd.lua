---@meta

---# httpd: files for a web server

---What a web server that hands out files needs.
---@class httpdlib
httpd = {}

---Finds the file that a request asks for, and answers what `http.build_response` takes.
---
---A path with an extension names a file exactly; without one it names the only file of that base
---name: `/about` gives `about.html`. `/` is `index`. A path with `..` in it finds nothing. What is
---not found is 404 with the page `404.ntml` or `404.txt` of the folder, if there is one. The query
---is not taken off: use `http.normalize_request_path` first.
---
---```lua
---fs.mkdir("/srv")
---fs.write("/srv/index.html", "<h1>Hi</h1>")
---local body, status, headers = httpd.serve("/srv", "/")
---print(status, headers["Content-Type"], body)  --> 200 text/html <h1>Hi</h1>
---```
---@param root string The folder, from the working directory on.
---@param path string The path of the request.
---@return string body
---@return integer status 200 or 404.
---@return table<string, string> headers `Content-Type`, by the file's extension.
function httpd.serve(root, path) end
