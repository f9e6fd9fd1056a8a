extension HelpTopic {
  /// What the keys do: nothing in it can be computed.
  static let keys = """
    Tab              complete the word; again for all that it may become
    Up, Down         earlier and later entries, also of other conversations
    Ctrl-R           search earlier entries
    Ctrl-A, Ctrl-E   begin and end of the line; Ctrl-K deletes to the end, Ctrl-Y brings it back
    Ctrl-C           give the line up; stop what is being computed
    Ctrl-D           leave
    Alt-Enter        a further line, where the entry could end here
    An open bracket, a last operator, comma or clause word asks for a further line; an empty line ends the entry.
    `bind -v` in ~/.editrc gives the keys of vi.
    """
}
