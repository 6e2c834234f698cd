---@meta

---# package and require
---
---Scripts of a project load each other with `require`. `require("util")` runs `scripts/util.lua`
---once and gives what it returns.

---Runs a module the first time it is asked for; gives its value. `require("lua.http")` and the like
---give the libraries of this machine, also where a global has the same name.
---
---```lua
---print(require("lua.net") == net)          --> true
---print(pcall(require, "no.such") == false)  --> true
---```
---@param name string
---@return any module What it returned, or true.
function require(name) end

---How modules are found.
---@class packagelib
---@field config string What separates folders and templates in paths.
---@field cpath string Empty: there are no modules in C.
---@field loaded table<string, any> The modules that were loaded, by name.
---@field loaders function[] The same as `searchers`.
---@field path string Where modules are looked for; `?` stands for the name.
---@field preload table<string, function> Functions that load modules, by name; asked first.
---@field searchers function[] The functions that `require` asks one after the other.
package = {}

---Always fails: there are no libraries in C.
---@param libname string
---@param funcname string
---@return nil f
---@return string err
---@return string where Always `absent`.
function package.loadlib(libname, funcname) end

---The file that a name would be found in.
---@param name string
---@param path string Templates with `?`, separated by `;`.
---@param separator? string What of the name becomes `replacement`; a dot if not given.
---@param replacement? string A slash if not given.
---@return string? filename
---@return string? err The files that are not there.
function package.searchpath(name, path, separator, replacement) end
