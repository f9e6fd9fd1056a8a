autocmd BufNewFile,BufRead *.aic setfiletype aic
