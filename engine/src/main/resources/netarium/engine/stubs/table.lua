---@meta

---# table
---
---Functions for lists: tables with the keys 1 to n.

---The functions of lists.
---@class tablelib
table = {}

---The texts or numbers of a list in one text.
---
---```lua
---print(table.concat({10, 0, 0, 1}, "."))  --> 10.0.0.1
---```
---@param list table
---@param separator? string
---@param from? integer
---@param to? integer
---@return string text
function table.concat(list, separator, from, to) end

---Puts a value into a list, at its end or at a place; what stands there moves up.
---
---```lua
---local queue = {"a", "c"}
---table.insert(queue, 2, "b")
---table.insert(queue, "d")
---print(table.concat(queue))  --> abcd
---```
---@param list table
---@param place any The place, if a value follows; else the value, which goes to the end.
---@param value? any
---@overload fun(list: table, value: any)
---@overload fun(list: table, place: integer, value: any)
function table.insert(list, place, value) end

---The largest number that is a key.
---@deprecated
---@param t table
---@return number key 0 if there is none.
function table.maxn(t) end

---A list of all arguments, with their number as `n`.
---@param ... any
---@return table list
function table.pack(...) end

---Takes a value out of a list; what stands behind it moves down.
---
---```lua
---local queue = {"first", "second"}
---print(table.remove(queue, 1), #queue)  --> first 1
---```
---@param list table
---@param place? integer The last one if not given.
---@return any value
function table.remove(list, place) end

---Sorts a list in place. The order of equal items is not kept.
---
---```lua
---local t = {3, 1, 2}
---table.sort(t, function(a, b) return a > b end)
---print(table.concat(t, " "))  --> 3 2 1
---```
---@param list table
---@param less? function Whether its first argument comes before its second; `<` if not given.
function table.sort(list, less) end

---The items of a list as single values.
---
---```lua
---print(table.unpack({10, 20, 30}))  --> 10 20 30
---```
---@param list table
---@param from? integer
---@param to? integer
---@return any ...
function table.unpack(list, from, to) end
