import CLibedit

/// Lines edited by libedit.
final class EditedReader: LineReader {
  /// What completes the text before the cursor.
  var completion: (String) -> Completions = { _ in Completions() }
  private var editor: OpaquePointer?

  /// Nil where libedit is not to be had.
  init?() {
    aic_use_utf8()
    let context = Unmanaged.passUnretained(self).toOpaque()
    editor = aic_editor_open(
      "aic",
      { context, editor, line, cursor in
        guard let context else { return }
        let reader = Unmanaged<EditedReader>.fromOpaque(context).takeUnretainedValue()
        let bytes = UnsafeRawBufferPointer(start: line, count: cursor)
        reader.complete(String(decoding: bytes, as: UTF8.self), editor)
      }, context)
    if editor == nil { return nil }
  }

  deinit {
    if let editor { aic_editor_close(editor) }
  }

  func read(_ prompt: Prompt) -> LineReading {
    guard let editor else { return .end }
    var text: UnsafePointer<CChar>?
    var typed = 0
    switch aic_editor_read(editor, prompt.marked, &text, &typed) {
    case AIC_LINE: return .line(text.map { String(cString: $0) } ?? "", typed: typed)
    case AIC_INTERRUPTED: return .interrupted
    default: return .end
    }
  }

  func remember(_ entry: String) {
    if let editor { aic_editor_remember(editor, entry) }
  }

  private func complete(_ before: String, _ editor: OpaquePointer) {
    let found = completion(before)
    let word = found.word
    guard let common = found.commonPrefix else { return aic_editor_beep(editor) }
    if common != word {
      // A name is inserted as it is spelled, whatever the case of what was typed.
      aic_editor_replace(editor, word.unicodeScalars.count, common + found.suffix)
    } else if found.candidates.count == 1 {
      aic_editor_replace(editor, 0, found.suffix)
    } else {
      aic_editor_show(editor, found.listing(width: Terminal.width))
    }
  }
}
