---@meta

---# io: files and the console
---
---The library `io` of Lua 5.2, on the files of this machine, and `io.poll`. Names count from the
---working directory. What goes wrong is answered as `nil, message, number`.
---
---```lua
---local f = assert(io.open("notes.txt", "w"))
---f:write("first line\n", 42, "\n")
---f:close()
---for line in io.lines("notes.txt") do print(line) end
--- -->first line
--- -->42
---```

---The functions about files and the console.
---@class iolib
---@field stdin File Standard input: what is typed at this program.
---@field stdout File Standard output: the console, or whoever reads it.
---@field stderr File For errors; the console shows it in another colour.
io = {}

---How to open a file; a `b` at the end changes nothing.
---@alias FileMode
---| "r" # To read; it must exist.
---| "w" # To write; what was in it is gone.
---| "a" # To write at its end.
---| "r+" # To read and write; it must exist.
---| "w+" # To read and write; what was in it is gone.
---| "a+" # To read, and write at its end.

---What to read: a number stands for so many octets, 0 asks whether the end is reached.
---@alias ReadFormat
---| "*l" # A line without its end.
---| "*L" # A line with its end.
---| "*n" # A number.
---| "*a" # All that is left; never nil.
---| integer

---Closes a file.
---@param file? File The default output if not given.
---@return boolean? done
---@return string? err
function io.close(file) end

---Does nothing but check that the default output is open: everything is written at once here.
---@return boolean done
function io.flush() end

---The default input, or makes another file that.
---@param file? string|File A name is opened.
---@return File file
function io.input(file) end

---An iterator over a file, which is closed at its end. Raises if it cannot be opened.
---@param filename? string The default input if not given.
---@param ... ReadFormat Lines if not given.
---@return fun(): any iterator
function io.lines(filename, ...) end

---Opens a file.
---
---```lua
---print(io.open("/no/such/file"))  --> nil /no/such/file: No such file or directory 2
---```
---@param filename string
---@param mode? FileMode `r` if not given.
---@return File? file
---@return string? err
---@return integer? number The number of the error in C.
function io.open(filename, mode) end

---The default output, or makes another file that.
---@param file? string|File A name is opened to be written.
---@return File file
function io.output(file) end

---Looks for a line that was typed and does not wait for one. After a look in vain the next one may
---take up to a 60th of a second, so a loop around it costs next to nothing.
---@return string? line Without its end; nil if there is none.
function io.poll() end

---Not possible here, it raises an error: `os.spawn` starts a program.
---@param program? string
---@param mode? string
function io.popen(program, mode) end

---Reads from the default input, and waits for what is typed.
---@async
---@param ... ReadFormat A line if not given.
---@return any ... nil at the end of the input.
function io.read(...) end

---A file without a name that is gone when it is closed.
---@return File? file
---@return string? err
---@return integer? number
function io.tmpfile() end

---Whether a value is a file.
---@param value any
---@return "file"|"closed file"|nil type
function io.type(value) end

---Writes to the default output.
---@param ... string|number
---@return File? file The default output, so that `io.write(a):write(b)` works.
---@return string? err
---@return integer? number
function io.write(...) end

---An open file.
---@class File
local File = {}

---Closes the file. Standard input, output and errors stay open.
---@return boolean? done
---@return string? err
function File:close() end

---Does nothing but check that the file is open: everything is written at once here.
---@return boolean done
function File:flush() end

---An iterator over what is left of the file, which stays open at its end.
---@param ... ReadFormat Lines if not given.
---@return fun(): any iterator
function File:lines(...) end

---Reads. Only standard input ever waits, for what is typed.
---
---```lua
---local f = io.open("numbers.txt", "w+")
---f:write("10 20 rest of the line\n")
---f:seek("set")
---print(f:read("*n", "*n", "*l"))  --> 10 20  rest of the line
---```
---@async
---@param ... ReadFormat A line if not given.
---@return any ... nil where the file ends.
function File:read(...) end

---Goes to another place of the file.
---@param whence? "set"|"cur"|"end" Where to count from: the start, here (if not given), the end.
---@param offset? integer 0 if not given.
---@return integer? position From the start, in octets.
---@return string? err
---@return integer? number
function File:seek(whence, offset) end

---Accepted, and changes nothing: everything is written at once here.
---@param mode "no"|"full"|"line"
---@param size? integer
---@return boolean done
function File:setvbuf(mode, size) end

---Writes.
---@param ... string|number
---@return File? file The file itself.
---@return string? err
---@return integer? number
function File:write(...) end
