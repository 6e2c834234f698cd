package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FsApiTest {
  private final FakeProcess process = new FakeProcess();

  @Test
  void stat_describesOrIsNil() {
    process.file("/work/f", "12345");
    assertEquals(
        "file\t5\troot\trw-r--r--\t0\ndirectory\t0\tnil\n",
        process.run(
            """
            local s = fs.stat("/work/f")
            print(s.type, s.size, s.owner, s.permissions, s.mtime)
            print(fs.stat("work").type, fs.stat("/work").size, fs.stat("/none"))
            """));
  }

  @Test
  void paths_countFromTheRoot() {
    assertEquals(
        "true\tx\tnil\n",
        process.run("print(fs.write('tmp/a', 'x'), fs.read('/tmp/a'), fs.read('a'))"));
  }

  @Test
  void ls_showsFilesBeforeDirectories() {
    process.file("/work/z", "zz").file("/work/b", "");
    process.files.makeDirectory("/work/a", FakeProcess.ROOT);
    assertEquals(
        "b file 0 rw-r--r-- root\nz file 2 rw-r--r-- root\na directory 0 rwxr-xr-x root\n0\t0\n",
        process.run(
            """
            for _, e in ipairs(fs.ls("/work")) do
              print(table.concat({e.name, e.type, e.size, e.permissions, e.owner}, " "))
            end
            print(#fs.ls("/none"), #fs.ls("/work/z"))
            """));
  }

  @Test
  void lsFormatted_isAlignedText() {
    process.file("/work/a", "x".repeat(1234));
    process.file("/work/b", "x");
    process.files.changeOwner("/work/b", "ann", FakeProcess.ROOT);
    process.files.makeDirectory("/work/d", FakeProcess.ROOT);
    assertEquals(
        """
        -rw-r--r-- root 1234 Jan  1 00:00 a
        -rw-r--r-- ann     1 Jan  1 00:00 b
        drwxr-xr-x root    0 Jan  1 00:00 d
        """,
        process.run("io.write(fs.ls_formatted('/work'), fs.ls_formatted('/none'))"));
  }

  @Test
  void contents_comeWholeAsLinesAndAsNumbers() {
    process.file("/work/f", "one\r\ntwo\n\nlast");
    assertEquals(
        "14\t4\tone\ttwo\t\tlast\n14\t111\t13\nnil\tnil\tnil\n",
        process.run(
            """
            local l = fs.read_lines("/work/f")
            print(#fs.read("/work/f"), #l, l[1], l[2], l[3], l[4])
            local b = fs.read_bytes("/work/f")
            print(#b, b[1], b[4])
            print(fs.read("/none"), fs.read_lines("/none"), fs.read_bytes("/work"))
            """));
  }

  @Test
  void orders_raiseWhenTheyCannotBeCarriedOut() {
    assertEquals(
        """
        true\ttrue
        false\tcannot make directory '/d': File exists
        false\tcannot make directory '/no/d': No such file or directory
        false\tx.lua:4: cannot write '/no/f': No such file or directory
        false\tcannot write '/d': Is a directory
        false\tcannot rename '/no': No such file or directory
        true\ttrue\tabcd
        true\tfalse\tfalse\tfalse
        """,
        process.run(
            """
            print(fs.mkdir("/d"), fs.exists("/d"))
            print(pcall(fs.mkdir, "/d"))
            print(pcall(fs.mkdir, "/no/d"))
            print(pcall(function() fs.write("/no/f", "x") end))
            print(pcall(fs.write, "/d", "x"))
            print(pcall(fs.rename, "/no", "/x"))
            print(fs.write("/d/f", "ab", "text/plain"), fs.append("/d/f", "cd"), fs.read("/d/f"))
            print(fs.rm("/d"), fs.rm("/d"), fs.rm("/"), fs.exists("/d"))
            """));
  }

  @Test
  void keyValueLines_areSplitAtTheFirstSign() {
    assertEquals(
        "a\tb = c\nk\t\nnil\nnil\nnil\n",
        process.run(
            """
            for _, l in ipairs { " a = b = c ", "k=", "# x = y", "nothing", "= x" } do
              print(fs.parse_key_value_line(l))
            end
            """));
  }

  @Test
  void searchFiles_walksInOrderAndFilters() {
    process.files.makeDirectories("/work/src/lib", FakeProcess.ROOT);
    process.file("/work/a.lua", "x".repeat(2000)).file("/work/B.TXT", "");
    process.file("/work/src/a.lua", "x").file("/work/src/lib/z.lua", "");
    process.files.changeOwner("/work/src/a.lua", "ann", FakeProcess.ROOT);
    process.epochNanos = 86_400_000_000_000L * 3;
    assertEquals(
        """
        /work /work/B.TXT /work/a.lua /work/src /work/src/a.lua /work/src/lib /work/src/lib/z.lua
        /work/a.lua /work/src/a.lua /work/src/lib/z.lua
        /work/B.TXT
        /work/src /work/src/lib
        /work/a.lua
        /work/src/a.lua
        /work/src/a.lua
        /work/B.TXT /work/a.lua /work/src/a.lua /work/src/lib/z.lua

        """,
        process.run(
            """
            local function show(c) print(table.concat(fs.search_files("/work", c), " ")) end
            show()
            show { name = "*.lua" }
            show { iname = "b.*" }
            show { type = "directory", name = "[!w]*" }
            show { size = "+1k" }
            show { size = 1 }
            show { user = "ann" }
            show { mtime = "+2", type = "f" }
            show { mtime = "-3" }
            """));
  }

  @Test
  void wrongCriteria_raise() {
    assertEquals(
        """
        false\tbad argument #2 to 'fs.search_files' (unknown type 'x' (file or directory))
        false\tbad argument #2 to 'fs.search_files' \
        ('size' must be a number, '+' or '-' before it, not 'big')
        false\tbad argument #2 to 'fs.search_files' ('name' must be a string)
        """,
        process.run(
            """
            print(pcall(fs.search_files, "/", {type = "x"}))
            print(pcall(fs.search_files, "/", {size = "big"}))
            print(pcall(fs.search_files, "/", {name = {}}))
            """));
  }

  @Test
  void searchContent_findsLines() {
    process.file("/work/a", "Alpha\nbeta 42\n").file("/tmp/b", "alpha(\nx");
    assertEquals(
        """
        /tmp/b:1:alpha(
        -
        /work/a:1:Alpha
        /tmp/b:1:alpha(
        -
        /work/a:2:beta 42
        -
        false\tbad argument #2 to 'fs.search_files_content' \
        (malformed regular expression: '(' without ')')
        """,
        process.run(
            """
            local function show(...)
              for _, h in ipairs(fs.search_files_content(...)) do
                print(h.path .. ":" .. h.line_num .. ":" .. h.line)
              end
              print("-")
            end
            show({"/work", "/tmp"}, "alpha(")
            show({"/work", "/tmp"}, "ALPHA", {case_insensitive = true})
            show("/work", "^b.*[0-9]+$", {regex = true})
            print(pcall(fs.search_files_content, "/", "(", {regex = true}))
            """));
  }
}
