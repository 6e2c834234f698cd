---@meta

---# fs: whole files and folders
---
---Files of this machine in one call each. Every path counts from the root `/`, whatever the working
---directory is; `os.path_resolve(os.get_work_dir(), name)` gives a path for a name.
---
---Questions about what is not there answer nil; orders that cannot be carried out raise an error.
---To read and write a file piece by piece use `io.open`.
---
---```lua
---fs.mkdir("/data")
---fs.write("/data/log.txt", "one\ntwo\n")
---fs.append("/data/log.txt", "three\n")
---print(#fs.read_lines("/data/log.txt"), fs.stat("/data/log.txt").size)  --> 3 14
---```

---Files and folders.
---@class fslib
fs = {}

---What a path names.
---@alias FileType
---| "file"
---| "directory"
---| "socket" # The name of a Unix socket, from `net.Listen("unix", …)`.

---What `fs.stat` tells.
---@class FileInfo
---@field type FileType
---@field size integer Octets of content.
---@field owner string The user it belongs to.
---@field permissions string As `ls -l` shows them, `rw-r--r--`.
---@field mtime integer When it was last changed: seconds since 1970, as `os.time()`.

---An entry of a folder.
---@class FileEntry
---@field name string Without the path.
---@field type FileType
---@field size integer Octets of content.
---@field permissions string As `ls -l` shows them, `rw-r--r--`.
---@field owner string The user it belongs to.

---What `fs.search_files` looks for; all that is given must hold. A number as text may have `+`
---(more than) or `-` (less than) before it.
---@class FileCriteria
---@field name? string The name, with `*`, `?` and `[…]`.
---@field iname? string The same in any case.
---@field type? FileType|"f"|"d"
---@field size? string|number Octets; with `k`, `M` or `G` behind it so many of these, rounded up.
---@field user? string The owner.
---@field mtime? string|number How many whole days ago it was changed.

---How `fs.search_files_content` compares.
---@class ContentOptions
---@field regex? boolean The pattern is a regular expression, not a text.
---@field case_insensitive? boolean

---A line that was found.
---@class ContentHit
---@field path string
---@field line_num integer From 1 on.
---@field line string

---Adds to the end of a file, and makes it if it is not there. Raises if that cannot be.
---@param path string
---@param data string
---@return boolean done Always true.
function fs.append(path, data) end

---Whether there is a file or folder.
---@param path string
---@return boolean exists
function fs.exists(path) end

---The entries of a folder: files first, then folders, each in the order of their names. An empty
---list if there is no such folder.
---
---```lua
---for _, entry in ipairs(fs.ls("/etc")) do
---  if entry.name == "hosts" then print(entry.type, entry.owner) end  --> file root
---end
---```
---@param path string
---@return FileEntry[] entries
function fs.ls(path) end

---The same as a text, a line for each entry, as `ls -l` shows it.
---@param path string
---@return string text
function fs.ls_formatted(path) end

---Makes a folder. Raises if it exists, or if the folder it shall stand in does not.
---@param path string
---@return boolean done Always true.
function fs.mkdir(path) end

---The content of a file.
---@param path string
---@return string? data nil if it cannot be read.
function fs.read(path) end

---The content of a file as numbers from 0 to 255.
---@param path string
---@return integer[]? octets nil if it cannot be read.
function fs.read_bytes(path) end

---The lines of a file, without their ends.
---@param path string
---@return string[]? lines nil if it cannot be read.
function fs.read_lines(path) end

---Gives a file or folder another path. Raises if that cannot be.
---@param from string
---@param to string
---@return boolean done Always true.
function fs.rename(from, to) end

---Removes a file, or a folder with everything in it.
---@param path string
---@return boolean removed
function fs.rm(path) end

---What is known about a file or folder.
---@param path string
---@return FileInfo? info nil if there is nothing.
function fs.stat(path) end

---Writes a whole file; what was in it before is gone. Raises if its folder does not exist, if it
---must not be written, or if the disk is full.
---@param path string
---@param data string
---@param mime? string Accepted and not kept.
---@return boolean done Always true.
function fs.write(path, data, mime) end

---Takes a line `key = value` apart. Nothing but nil for an empty line, a comment (`#`), or a line
---without `=`.
---
---```lua
---print(fs.parse_key_value_line("port = 80"))  --> port 80
---```
---@param line string
---@return string? key
---@return string? value
function fs.parse_key_value_line(line) end

---All files and folders from a path on that fit, as `find` lists them.
---
---```lua
---fs.mkdir("/tmp/a")
---fs.write("/tmp/a/x.log", "1")
---print(table.concat(fs.search_files("/tmp", {name = "*.log"}), " "))  --> /tmp/a/x.log
---```
---@param path string
---@param criteria? FileCriteria Everything if not given.
---@return string[] paths
function fs.search_files(path, criteria) end

---All lines that hold a pattern, in the files below the paths, as `grep -r` finds them.
---@param paths string|string[]
---@param pattern string
---@param options? ContentOptions
---@return ContentHit[] hits
function fs.search_files_content(paths, pattern, options) end
