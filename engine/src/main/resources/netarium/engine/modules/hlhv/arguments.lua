-- What callers of these modules must pass, refused in the words of Lua's own functions.

local arguments = {}

-- Raises an error at the caller of the function that asks, unless `value`, its argument `number`,
-- is of the type; `name` is the function's own.
function arguments.check(name, number, type_, value)
  if type(value) == type_ then return end
  local got = value == nil and "no value" or type(value)
  local message = "bad argument #%d to '%s' (%s expected, got %s)"
  error(message:format(number, name, type_, got), 3)
end

-- As check, for an argument that may be left out.
function arguments.checkOptional(name, number, type_, value)
  if value ~= nil then arguments.check(name, number, type_, value) end
end

return arguments
