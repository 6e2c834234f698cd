---@meta

---# json
---
---Values as text, in the form that web services speak. Mistakes raise an error with line and
---column.
---
---```lua
---local t = json.decode('{"name": "alice", "ports": [80, 443], "note": null}')
---print(t.name, t.ports[2], t.note == json.null)  --> alice 443 true
---print(json.encode({10, "x", true}))            --> [10,"x",true]
---```

---JSON.
---@class jsonlib
---@field null userdata What stands for `null`, so that fields and places in lists do not get lost.
json = {}

---The text of a value. A table with exactly the keys 1 to n is a list, also an empty one; any other
---is an object, in the order of `pairs`.
---
---Raises for functions, NaN and infinities, strings that are no UTF-8, tables in a circle.
---@param value any
---@return string text
function json.encode(value) end

---The value of a text.
---
---```lua
---print(pcall(json.decode, "[1"))
--- -->false JSON: ',' or ']' expected, but the text ends at line 1 col 3
---```
---@param text string
---@return any value
function json.decode(text) end

---Says that a table is an object whatever its keys are, and gives it back.
---
---```lua
---print(json.encode({}), json.encode(json.object()))  --> [] {}
---```
---@param t? table A new one if not given.
---@return table t
function json.object(t) end
