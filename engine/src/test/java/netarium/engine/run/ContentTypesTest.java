package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// `http.DetectContentType`: what the first octets show.
class ContentTypesTest {
  @Test
  void contents_areKnownByTheirFirstOctets() {
    String script =
        """
        for _, each in ipairs{
            {"", "text/plain; charset=utf-8"},
            {"plain words", "text/plain; charset=utf-8"},
            {"\\1\\2\\3", "application/octet-stream"},
            {"text with \\27 escape", "text/plain; charset=utf-8"},
            {"\\n\\t <!DoCtYpE hTmL>", "text/html; charset=utf-8"},
            {"<HtMl>", "text/html; charset=utf-8"},
            {"<b>x", "text/html; charset=utf-8"},
            {"<bold>x", "text/plain; charset=utf-8"},
            {"<!-- comment", "text/html; charset=utf-8"},
            {"<!-->", "text/html; charset=utf-8"},
            {"\\n<?xml!", "text/xml; charset=utf-8"},
            {"%PDF-1.7", "application/pdf"},
            {"%!PS-Adobe-3.0", "application/postscript"},
            {"\\254\\255ab", "text/plain; charset=utf-16be"},
            {"\\255\\254ab", "text/plain; charset=utf-16le"},
            {"\\239\\187\\191a", "text/plain; charset=utf-8"},
            {"GIF87a..", "image/gif"}, {"GIF89a..", "image/gif"},
            {"\\137PNG\\r\\n\\26\\n...", "image/png"}, {"\\255\\216\\255", "image/jpeg"},
            {"BM...", "image/bmp"}, {"\\0\\0\\1\\0", "image/x-icon"},
            {"RIFFb\\184\\0\\0WEBPVP", "image/webp"}, {"RIFFb\\184\\0\\0WAVEf", "audio/wave"},
            {"RIFF,O\\n\\0AVI LI", "video/avi"}, {"FORM....AIFF", "audio/aiff"},
            {"ID3\\3", "audio/mpeg"}, {"OggS\\0\\2", "application/ogg"},
            {"MThd\\0\\0\\0\\6\\0", "audio/midi"}, {"\\26\\69\\223\\163", "video/webm"},
            {"\\0\\0\\0\\24ftypmp42\\0\\0\\0\\0mp42isom", "video/mp4"},
            {"\\0\\0\\0\\24ftypqt42\\0\\0\\0\\0qt42isom", "application/octet-stream"},
            {"\\0\\1\\0\\0", "font/ttf"}, {"OTTO", "font/otf"}, {"ttcf", "font/collection"},
            {"wOFF", "font/woff"}, {"wOF2", "font/woff2"}, {"\\31\\139\\8", "application/x-gzip"},
            {"PK\\3\\4", "application/zip"}, {"Rar!\\26\\7\\0", "application/x-rar-compressed"},
            {"Rar!\\26\\7\\1\\0", "application/x-rar-compressed"}, {"\\0asm", "application/wasm"},
            {("x"):rep(512) .. "\\0", "text/plain; charset=utf-8"},
          } do
          local found = http.DetectContentType(each[1])
          if found ~= each[2] then print(("%q"):format(each[1]), found, each[2]) end
        end
        print("done")
        """;
    TestProject.Run run =
        new TestProject().vm("a", "10.0.0.1/24", "a.lua").script("a.lua", script).run();
    assertEquals("done\n", run.console("a"));
  }
}
