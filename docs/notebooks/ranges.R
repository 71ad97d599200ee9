# Numbers as ranges, with who says each end, in base R.
#
#   stemma export events --proposed --format csv -o events.csv
#   Rscript ranges.R events.csv ranges.csv ranges.pdf
#
# An event is one telling; tellings of one incident are taken together. Nothing
# is averaged. "killed 4" is 4–4, "killed 2–5" is 2–5, "killed 7+" has no upper end.

arguments <- commandArgs(trailingOnly = TRUE)
events <- read.csv(arguments[1], encoding = "UTF-8", stringsAsFactors = FALSE)
events <- events[events$incident != "" & events$figures != "", ]

# figures of one telling: a row for each number
parse <- function(i) {
  parts <- strsplit(events$figures[i], "; ", fixed = TRUE)[[1]]
  parts <- gsub("\u2013", "-", parts, fixed = TRUE)
  found <- regmatches(parts, regexec("^(.*) ([0-9.]+)(-([0-9.]+)|\\+)?$", parts))
  found <- found[lengths(found) > 0]
  if (length(found) == 0) return(NULL)
  cells <- do.call(rbind, found)
  least <- as.numeric(cells[, 3])
  open <- cells[, 4] == "+"
  most <- ifelse(cells[, 5] == "", least, as.numeric(cells[, 5]))
  who <- if (events$said_by[i] == "") paste("own voice of", events$document[i]) else events$said_by[i]
  data.frame(incident = events$incident[i], what = cells[, 2], least = least, most = most, open = open, who = who)
}
numbers <- do.call(rbind, lapply(seq_len(nrow(events)), parse))

spread <- function(rows) {
  data.frame(
    incident = rows$incident[1], what = rows$what[1], least = min(rows$least), most = max(rows$most), open = any(rows$open), tellings = nrow(rows),
    least_says = paste(sort(unique(rows$who[rows$least == min(rows$least)])), collapse = "; "),
    most_says = paste(sort(unique(rows$who[rows$most == max(rows$most)])), collapse = "; ")
  )
}
harm <- numbers[numbers$what %in% c("killed", "injured"), ]
ranges <- do.call(rbind, lapply(split(harm, paste(harm$incident, harm$what)), spread))
ranges <- ranges[order(-ranges$most, ranges$incident), ]
write.csv(ranges, arguments[2], row.names = FALSE, fileEncoding = "UTF-8")

killed <- head(ranges[ranges$what == "killed" & ranges$tellings > 1, ], 12)
pdf(arguments[3], width = 9, height = 2 + 0.4 * nrow(killed))
par(mar = c(4, 11, 1, 1))
plot(NULL, xlim = range(0, killed$most), ylim = c(0.5, nrow(killed) + 0.5), xlab = "killed: least to most that anybody says", ylab = "", yaxt = "n")
axis(2, seq_len(nrow(killed)), killed$incident, las = 1, cex.axis = 0.7)
segments(killed$least, seq_len(nrow(killed)), killed$most, lwd = 4, col = "#0072B2")
points(killed$most, seq_len(nrow(killed)), pch = ifelse(killed$open, 62, 19), col = "#0072B2") # 62 is ">": an open end
invisible(dev.off())
