/// What a node of the tree is; each case states its children, in order.
///
/// `?` marks a child that may be absent altogether, `…` any number of them; every other child
/// is always there, as a `missing` node where the text lacks it.
public enum SyntaxKind: UInt8, Sendable {
  /// `statement…`
  case file

  // Statements.

  /// `name, value`; token `=`.
  case cellDeclaration
  /// `name, value, (sourceClause | asOfClause)…`; token `assume`.
  case assumeDeclaration
  /// `name, value, (sourceClause | asOfClause)…`; the name is the currency; token `rate`.
  case rateDeclaration
  /// `name, value | missing`; token `unit`. The value is missing for a base unit, without error.
  case unitDeclaration
  /// `name, record`; token `hardware`.
  case hardwareDeclaration
  /// `name, record`; token `dataset`.
  case datasetDeclaration
  /// `name, record`; token `team`.
  case teamDeclaration
  /// `name, kind, record | missing`; the kind is a `name` (or `broken`); token `model`.
  /// The record is missing where the model is taken as it is, without error.
  case modelDeclaration
  /// `name, parameterList, body`; token `fn`.
  case functionDeclaration
  /// `name, base | missing, replacement…`; the base is the `name` of another scenario, missing,
  /// without error, where none is written; token `scenario`.
  case scenarioDeclaration
  /// `name, start, duration, (planLine | field)…`; the start is a `date` or an expression, the
  /// only field that means something is `discount`; token `plan`.
  case planDeclaration
  /// `path, name | missing, replacement…`; the path is a `text`; the name, missing, without
  /// error, where there is no `as`, stands for a table; token `import`.
  case importDeclaration
  /// `expression…, titleClause?`; token `show`.
  case showStatement
  /// `expression`; token `print`.
  case printStatement
  /// `condition, confidenceClause?, text?`; token `assert`.
  case assertStatement
  /// `name…, figuresClause | missing, titleClause?`; the names are those of scenarios; token
  /// `compare`.
  case compareStatement
  /// `(axis | gridAxis)…, figuresClause | missing, titleClause?`; token `sweep`.
  case sweepStatement
  /// `figure, target…`; the targets are those after `to`, none where all are meant; token
  /// `sensitivity`.
  case sensitivityStatement
  /// `figure, target | missing, titleClause?`; the target is missing, without error, where there
  /// is no `over`; token `plot`.
  case plotStatement
  /// `family, path`; a `name` and a `text`; token `calibrate`.
  case calibrateStatement
  /// `target…, strength`: two targets or more; token `correlate`.
  case correlateStatement
  /// `expression`
  case expressionStatement
  /// Tokens skipped after an error; any children.
  case errorStatement

  // Clauses of statements.

  /// `text`; token `source`.
  case sourceClause
  /// `date`; token `as`.
  case asOfClause
  /// `text`; token `as`.
  case titleClause
  /// `expression`; token `with`.
  case confidenceClause
  /// `expression…`; token `on` or `show`.
  case figuresClause
  /// `target, value`; token `=`. A target is a `name`, or a `member` such as `service.batch`.
  case replacement
  /// `target, list`; token `in`.
  case axis
  /// `target, first, last, steps`; token `log` where the steps are even in the logarithm, else
  /// `from`.
  case gridAxis
  /// `label, amount, (dateClause | growthClause)…`; the label is a `name`; token `once` or
  /// `monthly`.
  case planLine
  /// `date`: a `date` or an expression; token `at`, `from` or `until`.
  case dateClause
  /// `expression`; token `growing` or `falling`.
  case growthClause

  // Functions.

  /// `parameter…`; token `(`.
  case parameterList
  /// `name, dimension | missing`; the dimension is missing, without error, where none is written.
  case parameter
  /// A leaf: a dimension or type such as `Money`, `Money/Time` or `Tokens per Time`.
  case dimension

  // Expressions.

  /// A leaf: a number with its currency, percent sign and unit; token the number.
  case quantity
  /// A leaf.
  case name
  /// `(textSegment | expression)…`; token the opening quote.
  case text
  /// A leaf: the bytes of a text between quotes and braces.
  case textSegment
  /// `(expression | entry)…`; token `[`.
  case list
  /// `date, value`; token `:`.
  case entry
  /// `element, forClause…`: at least one, the outermost first; token `[`.
  case comprehension
  /// `name, list, condition | missing`; the condition is missing, without error, where there is
  /// no `if`; token `for`.
  case forClause
  /// `low, high`; token `..`.
  case range
  /// `field…`; token `{`.
  case record
  /// `name, value`; token `:`.
  case field
  /// `expression`; token `(`.
  case parenthesised
  /// `operand`; token `-` or `not`.
  case unary
  /// `left, right`; token `+ - * / mod of ^ and or < <= > >= == != to` or `±`.
  case binary
  /// `left, right`; the right is a `unit` or an expression; token `per`.
  case per
  /// `expression, unit`; token `in`.
  case `in`
  /// `callee, (argument | namedArgument)…`; token `(`.
  case call
  /// `value`
  case argument
  /// `name, value`; token `:`.
  case namedArgument
  /// `base, name`; token `.`.
  case member
  /// `base, index`; token `[`.
  case index
  /// `base, record`; token `with`.
  case with
  /// `trend, date`: a `date` or an expression; token `at`.
  case at
  /// `condition, then, else`; token `if`.
  case conditional
  /// `parameterList, body`; token `fn`.
  case lambda
  /// `objective, (axis | gridAxis)…, subjectClause?`; token `minimize` or `maximize`.
  case optimum
  /// `condition…`; token `subject`.
  case subjectClause
  /// A leaf: `2026`, `2026-03` or `2026-03-15`.
  case date
  /// A leaf: a unit such as `$/GPU-hour`, after `per` or `in`.
  case unit
  /// A leaf without text: what should stand here does not.
  case missing
  /// `expression`, with a mistake in or right after it that is already reported: its value is
  /// unknown.
  case broken

  // Things that cost.

  /// `model, clause…, record?`; token `train`.
  case train
  /// `model, clause…, record?`; token `finetune`.
  case finetune
  /// `model, clause…, record?`; token `deploy`.
  case deploy
  /// `hardware | missing, record?`; the hardware is missing, without error, where it is that of the thing around;
  /// token `own`.
  case own
  /// `data`: what a training reads; token `on`.
  case onClause
  /// `count | missing, hardware`; the count is missing, without error, where none is written;
  /// token `on` or `using`.
  case devicesClause
  /// `record | name`; token `on`.
  case apiClause
  /// `record`; token `on`.
  case serverlessClause
  /// `expression`; token `at`.
  case mfuClause
  /// `expression`; token `for`.
  case epochsClause
  /// `technique…`; token `with`.
  case withClause
  /// `name, techniqueOperand…, record?`
  case technique
  /// `expression`; its token is the word that leads it (`to accept min max rank`) or ends it
  /// (`off`), if any.
  case techniqueOperand
  /// `expression`; token `serving`.
  case servingClause
}
