---@meta

---# str: tables as text

---Flat tables as text, to send them as the body of a message.
---@class strlib
str = {}

---Writes a table as lines `key=value`, sorted by key. Strings, numbers and booleans are written,
---everything else is left out.
---
---Raises if a key has a `=`, or a key or value a line end.
---
---```lua
---print(str.serialize_table({temperature = 21, unit = "C"}))
--- -->temperature=21
--- -->unit=C
---```
---@param t table
---@return string text
function str.serialize_table(t) end

---Reads lines `key=value` into a table. All keys and values are strings, without the blanks around
---them; lines without a key or a `=` are passed over.
---
---```lua
---print(str.parse_table("unit = C\n# no entry").unit)  --> C
---```
---@param text string
---@return table<string, string> t
function str.parse_table(text) end
