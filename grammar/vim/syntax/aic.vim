" The colours of aic. Where two items begin at one place, the later one wins.
if exists('b:current_syntax')
  finish
endif

syntax case match
syntax iskeyword @,48-57,_,192-255

" Names, and the words that are never names.
syntax match aicName /\<\%(\k\&\D\)\k*\>/
syntax match aicName /`[^`]*`/
syntax keyword aicConditional if then else
syntax keyword aicWordOperator and or not mod of to per in

" Operators.
syntax match aicOperator /[-+*/^×−=<>±%]/
syntax match aicOperator /\.\.\|==\|!=\|<=\|>=/
syntax match aicError /&&\?\|||\?\|\*\*\|\/\/\|!=\@!\|;/

" Functions of the language.
syntax match aicFunction /\<\%(abs\|amortize\|beta\|ceil\|chance\|count\|date\|depreciate\|discrete\|empirical\|exp\|fit\|floor\|fold\|growth\|irr\|log\|log10\|log2\|lognormal\|map\|max\|mean\|median\|min\|mixture\|normal\|npv\|p5\|p95\|pert\|quantile\|round\|scan\|sd\|sort\|sqrt\|sum\|trend\|triangular\|truncate\|uniform\)\ze(/

" Words that begin a statement or an expression: what follows is no operator.
syntax match aicStatement /^\s*\zs\%(assume\|rate\|unit\|hardware\|dataset\|team\|model\|show\|print\|assert\|scenario\|plan\|fn\|compare\|sweep\|sensitivity\|plot\|import\|calibrate\|correlate\)\>\ze\%(\s*$\|\s\+\%(\%(if\|then\|else\|and\|or\|mod\|of\|to\|per\|in\)\>\)\@![[:alpha:]_`0-9"$€£¥([{-]\)/
syntax match aicStatement /\<\%(fn\ze\s*(\|\%(train\|finetune\|deploy\|own\|minimize\|maximize\)\ze\s\+\%(\%(if\|then\|else\|and\|or\|not\|mod\|of\|to\|per\|in\)\>\)\@![[:alpha:]_`(]\)/
syntax match aicStatement /\<own\>\ze\s*{/
syntax match aicStatement /\<show\>\ze\s\+[[:alpha:]_`]/

" Words that begin a clause, and words inside one, where an operand is beside them.
syntax match aicClause /\<\%(on\|using\|with\|at\|serving\|for\|over\)\>\ze\s\+[[:alpha:]_`0-9"$€£¥([{-]/
syntax match aicClause /\<\%(on\|using\|with\|at\|serving\|for\|over\)\>\ze\s*$/
syntax match aicClause /\<source\>\ze\s*"/
syntax match aicClause /\<as\>\ze\s\+["[:alpha:]_`]/
syntax match aicClause /\<as\s\+of\>/
syntax match aicClause /\<subject\s\+to\>/
syntax match aicClause /\<on\s\+\%(api\>\|serverless\>\)\ze\s*[{[:alpha:]_`]/
syntax match aicClause /\%([[:alnum:]_%)\]]\s\)\@2<=\%(\<at\s\)\@4<!\%(mfu\|epochs\|epoch\|off\|confidence\|steps\|log\)\>\ze\%(\s*[=:.(]\)\@!/
syntax match aicClause /\%([[:alnum:]_%)\]:]\s\)\@2<=\%(from\|until\|growing\|falling\|once\|monthly\|accept\|rank\|extends\|min\|max\)\>\ze\s\+[[:alnum:]_$€£¥"(-]/

" A declared name, a cell, a field or a label, and what follows a dot.
syntax match aicDefinition /^\s*\zs\%(\%(\k\&\D\)\k*\|`[^`]*`\)\ze\s*==\@!/
syntax match aicDefinition /\%(^\s*\%(assume\|rate\|unit\|hardware\|dataset\|team\|model\|scenario\|plan\|fn\)\s\+\)\@20<=\%(\%(if\|then\|else\|and\|or\|not\|mod\|of\|to\|per\|in\)\>\)\@!\%(\%(\k\&\D\)\k*\|`[^`]*`\)/
syntax match aicField /\%(\%(\k\&\D\)\k*\|`[^`]*`\)\ze\s*:/
syntax match aicMember /\.\zs\%(\k\&\D\)\k*/

" Units, in their place: behind a number, `per` and `in`.
syntax match aicUnit /\%(\<\%(per\|in\)\s\+\)\@10<=\%(\%(if\|then\|else\|and\|or\|not\|mod\|of\|to\|per\|in\)\>\)\@!\%(\%(\k\&\D\)\k*\|%\|[$€£¥]\d\@!\)\%([/-][$€£¥[:alpha:]_]\k*\)*\ze\%([(.]\)\@!/
syntax match aicUnit /\s\+\%(\%(if\|then\|else\|and\|or\|not\|mod\|of\|to\|per\|in\|on\|using\|with\|at\|serving\|for\|over\|subject\|source\|as\|from\|until\|growing\|falling\|once\|steps\|log\|mfu\|epochs\|epoch\|accept\|off\|rank\|confidence\|extends\|monthly\)\>\)\@!\%(\k\&\D\)\k*\>\ze\%(\s*:\|[(.[]\)\@!/ contained nextgroup=aicUnitTail
syntax match aicUnitTail /\%([/-][$€£¥[:alpha:]_]\k*\)\+/ contained
syntax match aicCurrency /[$€£¥]/
syntax match aicNumber /\%(\k\)\@1<!\d[0-9_]*\%(\.\d[0-9_]*\)\?\%([eE][-+]\?\d[0-9_]*\)\?\%(\%([KMGT]i\|[kKmMbBtTgG]\)\>\)\?%\?/ nextgroup=aicUnit,aicGluedUnit,aicUnitTail
syntax match aicGluedUnit /\%(\k\&\D\)\k*/ contained nextgroup=aicUnitTail
" The devices of a clause are no unit.
syntax match aicDevices /\%(\<using\s\+\|\<deploy\s\+[^ ]\+\s\+on\s\+\)\@80<=\d[0-9_]*[kKMBT]\?\s\+\%(\k\&\D\)\k*/ contains=aicCount
syntax match aicCount /\k\@1<!\d[0-9_]*[kKMBT]\?/ contained
syntax match aicDate /\%(\<\%(of\|from\|at\|until\)\s\+\)\@10<=\d\{4}-\d\d\%(-\d\d\)\?\>/
syntax match aicDate /\%(\<as\s\+of\s\+\)\@20<=\d\{4}\>\%(-\)\@!/

" Texts, and comments.
syntax region aicText start=/"/ end=/"/ oneline contains=aicEscape,aicInterpolation
syntax match aicEscape /\\["\\nt{}]/ contained
syntax region aicInterpolation matchgroup=aicEscape start=/{/ end=/}/ oneline contained contains=TOP
syntax region aicRecord start=/{/ end=/}/ contained containedin=aicInterpolation transparent contains=TOP,aicRecord
syntax match aicComment /#.*$/ contains=aicTodo,@Spell
syntax match aicDocumentation /##.*$/ contains=aicTodo,@Spell
syntax keyword aicTodo TODO FIXME contained

highlight default link aicClause Keyword
highlight default link aicComment Comment
highlight default link aicConditional Conditional
highlight default link aicCount Number
highlight default link aicCurrency Type
highlight default link aicDate Number
highlight default link aicDefinition Identifier
highlight default link aicDevices Constant
highlight default link aicDocumentation SpecialComment
highlight default link aicError Error
highlight default link aicEscape Special
highlight default link aicField Identifier
highlight default link aicFunction Function
highlight default link aicGluedUnit Type
highlight default link aicNumber Number
highlight default link aicOperator Operator
highlight default link aicStatement Statement
highlight default link aicText String
highlight default link aicTodo Todo
highlight default link aicUnit Type
highlight default link aicUnitTail Type
highlight default link aicWordOperator Operator

let b:current_syntax = 'aic'
