---@meta

---# os: machine, users, programs
---
---What a simulated machine tells about itself, and how programs start others.

---The functions about machine, process and time.
---@class oslib
os = {}

---A user of this machine, from `/etc/passwd`.
---@class Account
---@field name string
---@field uid integer 0 is root.
---@field home string The folder.

---A command line in parts.
---@class ParsedCommand
---@field program string The first word, empty if there is none.
---@field args string[] The other words.

---Options for programs that are started.
---@class SpawnOptions
---@field forward_stdout? boolean Its output is ours; else it is kept for `os.read_stdout`.

---How a process is doing.
---@alias ProcessStatus
---| "scheduled" # It has been started and waits for its first turn.
---| "running"
---| "finished" # It has ended, and its parent has not yet read what it left.
---| "not_found" # There is no such process (any more).

---The name of this machine, as the project calls it.
---
---```lua
---print(os.hostname())  --> alice
---```
---@return string name
function os.hostname() end

---The number of this process on its machine.
---@return integer pid
function os.pid() end

---What identifies this machine in the simulation: the same as its name.
---@return string id
function os.vm_id() end

---What the program was started with, without its own name.
---@return string[] args
function os.get_args() end

---The folder that names of files count from in `io` and `os`.
---@return string path
function os.get_work_dir() end

---Goes to another folder. Raises if there is none.
---@param path string
function os.chdir(path) end

---The whole path of a name as seen from a folder. Nothing is looked up.
---
---```lua
---print(os.path_resolve("/home/ann", "../bob/./notes"))  --> /home/bob/notes
---```
---@param base string
---@param path string
---@return string path
function os.path_resolve(base, path) end

---Splits a command line as a shell does, with quotes and backslashes.
---
---```lua
---local c = os.parse_cmd("grep -r 'two words' /etc")
---print(c.program, #c.args, c.args[2])  --> grep 3 two words
---```
---@param line string
---@return ParsedCommand? command
---@return string? err `unfinished quote`
function os.parse_cmd(line) end

---Writes a remark of the system to the machine's console, for people; it is no output of the
---program.
---@param text string
function os.server_log(text) end

---The user this process runs as.
---
---```lua
---print(os.whoami(), os.uid(), os.is_root(), os.get_home())  --> root 0 true /root
---```
---@return string name
function os.whoami() end

---The number of that user; 65534 for one that `/etc/passwd` does not list.
---@return integer uid
function os.uid() end

---Whether this process may do everything.
---@return boolean is
function os.is_root() end

---That user's folder.
---@return string path
function os.get_home() end

---All users of this machine.
---@return Account[] users
function os.users() end

---Whether there is a user with this password. Nothing else happens.
---@param name string
---@param password? string
---@return boolean ok
function os.login(name, password) end

---Goes on as another user. Root needs no password for that.
---@param name string
---@param password? string
---@return boolean ok
function os.su(name, password) end

---Starts a program of `/bin`, or one with a path. A number is given also if there is no such
---program: then the console has a notice, and its status is `not_found`.
---
---Raises if the machine runs 256 programs that others started.
---
---```lua
---fs.write("/bin/greet", "print('hello, ' .. arg[1])")
---local pid = os.spawn("greet", {"Ann"})
---while os.process_status(pid) ~= "finished" do sleep(0.01) end
---io.write(os.read_stdout(pid))  --> hello, Ann
---```
---@param name string
---@param args? (string|number|boolean)[]
---@param options? SpawnOptions
---@return integer pid
function os.spawn(name, args, options) end

---The same with a path, from the working directory on.
---@param path string
---@param args? (string|number|boolean)[]
---@param options? SpawnOptions
---@return integer pid
function os.spawn_path(path, args, options) end

---Starts a program of `/bin` whose output is that of this process, and does not tell its number.
---@param name string
---@param args? (string|number|boolean)[]
function os.exec(name, args) end

---How a process of this machine is doing. Asked again with nothing new to tell it may take up to a
---60th of a second, so a loop around it costs next to nothing.
---@param pid integer
---@return ProcessStatus status
function os.process_status(pid) end

---Types a line at another process: it becomes its standard input. Root may do so with all
---processes, others with their own.
---@param pid integer
---@param line string A newline is added if there is none.
---@return boolean? done
---@return string? err
function os.write_stdin(pid, line) end

---Tells another process that nothing more will be typed: its reads come to their end.
---@param pid integer
---@return boolean? done
---@return string? err
function os.close_stdin(pid) end

---What a program that this process has started has printed since the last call, or nil if nothing
---new. After its end there is an answer once.
---@param pid integer
---@return string? text
---@return string? err If it is no child of this process.
function os.read_stdout(pid) end

---Ends a process and all that it has started. Root may do so with all processes, others with their
---own.
---@param pid integer
---@return boolean? done
---@return string? err
function os.request_kill(pid) end
