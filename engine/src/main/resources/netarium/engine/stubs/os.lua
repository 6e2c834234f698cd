---@meta

---# os: time, environment, files
---
---The library `os` of Lua 5.2. Its time is the simulated one, in UTC: the same in every run.

---The functions about machine, process and time.
---@class oslib
os = {}

---A date in parts.
---@class DateTable
---@field year integer
---@field month integer 1 to 12.
---@field day integer 1 to 31.
---@field hour? integer 0 to 23; `os.time` takes 12 if it is not given.
---@field min? integer 0 to 59.
---@field sec? integer 0 to 60.
---@field wday? integer Day of the week, 1 is Sunday. `os.time` does not look at it.
---@field yday? integer Day of the year from 1 on. `os.time` does not look at it.
---@field isdst? boolean Whether summer time is on: never, here.

---The processor time that this process has used, in seconds. Waiting uses none; for the time that
---passes use `os.time`.
---@return number seconds
function os.clock() end

---A time as text or in parts. The format is that of C's `strftime`; `!` before it changes nothing
---but what `%Z` says, as this machine lives in UTC anyway.
---
---```lua
---print(os.date("%Y-%m-%d %H:%M:%S", 0))  --> 1970-01-01 00:00:00
---print(os.date("*t", 0).yday)            --> 1
---```
---@param format? string `%c` if not given; `*t` for a table.
---@param time? integer Seconds since 1970; now, if not given.
---@return string|DateTable? date
function os.date(format, time) end

---How many seconds lie between two times.
---@param later integer
---@param earlier? integer 0 if not given.
---@return number seconds
function os.difftime(later, earlier) end

---There is no shell of C here: without a command it answers false, with one `nil` and why. Use
---`os.spawn`.
---@param command? string
---@return boolean? available
---@return string? err
---@return integer? code
function os.execute(command) end

---Ends this process at once, with all its tasks.
---@param code? integer|boolean The exit code; 0 or true (if not given) for success.
---@param close? boolean Whether finalizers run first.
function os.exit(code, close) end

---A variable of this process's environment.
---
---```lua
---os.setenv("HTTP_PROXY", "http://10.0.0.9:3128")
---print(os.getenv("HTTP_PROXY"), os.getenv("NO_SUCH"))  --> http://10.0.0.9:3128 nil
---```
---@param name string
---@return string? value
function os.getenv(name) end

---Removes a file or an empty folder.
---@param filename string From the working directory on.
---@return boolean? done
---@return string? err
---@return integer? number The number of the error in C.
function os.remove(filename) end

---Gives a file or folder another name.
---@param from string From the working directory on.
---@param to string
---@return boolean? done
---@return string? err
---@return integer? number The number of the error in C.
function os.rename(from, to) end

---Sets a variable of this process's environment, which programs it starts inherit. The whole
---environment may have 128 KiB.
---@param name string
---@param value? string nil takes the variable away.
---@return boolean done Always true.
function os.setenv(name, value) end

---The only locale is `C`; other names answer nil.
---@param locale? string
---@param category? "all"|"collate"|"ctype"|"monetary"|"numeric"|"time"
---@return string? locale
function os.setlocale(locale, category) end

---The simulated time in whole seconds since 1970, or that of a date.
---
---```lua
---print(os.time({year = 1970, month = 1, day = 2, hour = 0}))  --> 86400
---```
---@param date? DateTable Now, if not given. Raises if `year`, `month` or `day` is missing.
---@return integer? time nil for the one second that C cannot tell from an error.
function os.time(date) end

---A name in `/tmp` that was free; an empty file of that name is made.
---@return string name
function os.tmpname() end
