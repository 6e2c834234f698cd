---@meta

---# love: games
---
---A script that defines `love.load`, `love.update` or `love.draw` goes on as a game after its last
---line: 60 times a second of simulated time it is told what was done at the screen, then
---`love.update` and `love.draw` are called. Names and meanings are those of LÖVE 11; what a
---simulated machine has not raises an error that says so. See also `docs/love.md`.
---
---```lua
---local x = 0
---function love.update(dt) x = x + 100 * dt end
---function love.draw() love.graphics.circle("fill", x, 100, 10) end
---function love.quit() print("bye") end  --> bye
---love.event.quit()
---```

---Games. The fields are functions that a script defines.
---@class lovelib
---@field load? fun(arg: string[]) Called once, before the first frame.
---@field update? fun(dt: number) Called in each frame with the seconds since the last one.
---@field draw? fun() Called in each frame; the screen is empty then.
---@field quit? fun(): boolean? Called before the end; true goes on.
---@field keypressed? fun(key: string, scancode: string, isrepeat: boolean) A key was pressed.
---@field keyreleased? fun(key: string, scancode: string) A key was released.
---@field textinput? fun(text: string) A text was typed.
---@field mousepressed? fun(x: number, y: number, button: integer) A button was pressed: 1 is left.
---@field mousereleased? fun(x: number, y: number, button: integer) A button was released.
---@field mousemoved? fun(x: number, y: number, dx: number, dy: number) The mouse moved.
love = {}

---The version of LÖVE whose functions these are.
---@return integer major
---@return integer minor
---@return integer revision
---@return string codename
function love.getVersion() end

---Time.
---@class love.timer
love.timer = {}

---Seconds since the run began, the same on all machines.
---@return number seconds
function love.timer.getTime() end

---Seconds between this frame and the last one.
---@return number seconds
function love.timer.getDelta() end

---What a frame took on average in the last second.
---@return number seconds
function love.timer.getAverageDelta() end

---Frames in the last second.
---@return integer fps
function love.timer.getFPS() end

---Waits, and holds the game up.
---@async
---@param seconds number
function love.timer.sleep(seconds) end

---Keys.
---@class love.keyboard
love.keyboard = {}

---Whether one of the keys is held down, as it was when the frame began.
---
---```lua
---print(love.keyboard.isDown("up", "w"))  --> false
---```
---@param key string `a`, `space`, `return`, `up` … A name that no key has raises an error.
---@param ... string More keys.
---@return boolean down
function love.keyboard.isDown(key, ...) end

---The mouse.
---@class love.mouse
love.mouse = {}

---Where it is, in pixels from the upper left corner.
---@return number x
---@return number y
function love.mouse.getPosition() end

---How far from the left.
---@return number x
function love.mouse.getX() end

---How far from the top.
---@return number y
function love.mouse.getY() end

---Whether one of the buttons is held down: 1 left, 2 right, 3 middle.
---@param button integer
---@param ... integer More buttons.
---@return boolean down
function love.mouse.isDown(button, ...) end

---The screen as a window.
---@class love.window
love.window = {}

---Gives the screen a title.
---@param title string At most 200 octets.
function love.window.setTitle(title) end

---The title.
---@return string title
function love.window.getTitle() end

---Makes the screen larger or smaller; at first it is 800 × 600.
---@param width integer 1 to 1920 pixels.
---@param height integer 1 to 1200 pixels.
---@param flags? table Accepted; a screen has none.
---@return boolean done Always true.
function love.window.setMode(width, height, flags) end

---The size of the screen.
---@return integer width
---@return integer height
---@return table flags Empty.
function love.window.getMode() end

---What happens to the game.
---@class love.event
love.event = {}

---Ends the game before the next frame, unless `love.quit` returns true.
---@param code? integer The exit code; 0 if not given.
function love.event.quit(code) end
