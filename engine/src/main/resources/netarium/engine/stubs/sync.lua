---@meta

---# sync: tasks that wait for each other
---
---As Go's package `sync`. All tasks of a process share its variables, and a task may lose its turn
---between any two instructions; what belongs together is done by one task at a time.
---
---```lua
---local group, lock, sum = sync.WaitGroup(), sync.Mutex(), 0
---for i = 1, 3 do
---  group:Add(1)
---  go(function()
---    sleep(i / 10)
---    lock:Lock()
---    sum = sum + i
---    lock:Unlock()
---    group:Done()
---  end)
---end
---group:Wait()
---print(sum)  --> 6
---```

---What tasks wait with.
---@class synclib
sync = {}

---A count of what is still to be done, 0 at first.
---@return WaitGroup group
function sync.WaitGroup() end

---A lock, free at first.
---@return Mutex mutex
function sync.Mutex() end

---A count of what is still to be done.
---@class WaitGroup
local WaitGroup = {}

---Counts so much more, or less; an error below 0.
---@param delta integer
function WaitGroup:Add(delta) end

---Counts one less: something is done.
function WaitGroup:Done() end

---Waits until the count is 0.
---@async
---@param seconds? number The longest wait; as long as it takes if not given.
---@return boolean? done
---@return NetError? err `i/o timeout`
function WaitGroup:Wait(seconds) end

---A lock that one task holds at a time.
---@class Mutex
local Mutex = {}

---Waits until no other task holds it, and takes it.
---@async
function Mutex:Lock() end

---Takes it if nobody holds it.
---@return boolean taken
function Mutex:TryLock() end

---Gives it back; an error if nobody holds it.
function Mutex:Unlock() end
