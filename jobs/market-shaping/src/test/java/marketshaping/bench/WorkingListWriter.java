package marketshaping.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import marketshaping.output.workbook.RowsSheet;
import marketshaping.output.workbook.RowsWorkbook;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.WorkbookAudience;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one list with one writer, and prints the time and the peak heap. The benchmark starts it. */
public final class WorkingListWriter {
    static final String PRODUCT = "product";
    static final String PLAIN = "plain";
    static final String STREAMED = "streamed";
    static final String WRITING = "writing";
    static final String HEAP = "heap";

    private static final int WARM_UP_ROWS = 2_000;
    private static final int STREAMED_AT_A_TIME = 100;
    private static final double NANOSECONDS = 1e9;
    private static final double MEGABYTE = 1 << 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 11, 1);
    private static final List<String> HEADINGS = List.of(
            "reason",
            "setting",
            "need group",
            "placement id",
            "case id",
            "provider",
            "host authority",
            "tier",
            "weekly cost",
            "start date",
            "last seen",
            "contract end",
            "days open",
            "target days");

    private WorkingListWriter() {}

    /**
     * Writes the list.
     *
     * @param args the writer, the number of rows and the file
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[2]);
        write(args[0], WARM_UP_ROWS, file);
        AtomicLong heap = new AtomicLong();
        recordPeak(heap);
        long started = System.nanoTime();
        write(args[0], Integer.parseInt(args[1]), file);
        double seconds = (System.nanoTime() - started) / NANOSECONDS;
        print(WRITING, seconds);
        print(HEAP, heap.get() / MEGABYTE);
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s: %.3f s%n", name, value);
    }

    /** Records the peak heap usage after a collection. */
    private static void recordPeak(AtomicLong heap) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, nothing) -> {
                                GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                        .filter(pool -> pool.getKey().startsWith("PS "))
                                        .mapToLong(pool -> pool.getValue().getUsed())
                                        .sum();
                                heap.accumulateAndGet(used, Math::max);
                            },
                            null,
                            null);
        }
    }

    private static void write(String writer, int rows, Path file) throws IOException {
        switch (writer) {
            case PRODUCT -> product(rows, file);
            case PLAIN -> {
                try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                    poi(workbook, rows, file);
                }
            }
            case STREAMED -> {
                try (SXSSFWorkbook workbook = new SXSSFWorkbook(STREAMED_AT_A_TIME)) {
                    poi(workbook, rows, file);
                }
            }
            default -> throw new IllegalArgumentException("Unknown writer: " + writer);
        }
    }

    private static void product(int rows, Path file) throws IOException {
        List<RowsSheet.Heading> headings =
                HEADINGS.stream().map(words -> new RowsSheet.Heading(words, 20)).toList();
        RowsWorkbook.write(
                new marketshaping.output.workbook.Workbook(
                        "Working list",
                        "Hackney",
                        FIRST_DAY,
                        WorkbookAudience.DESK,
                        "OFFICIAL-SENSITIVE",
                        List.of(new TextSheet("Cover", "About", "Working list", List.of()))),
                List.of(new RowsSheet("Working list", "Working list", "One table.", headings, () -> cells(rows))),
                file);
    }

    private static void poi(Workbook workbook, int rows, Path file) throws IOException {
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("d mmm yyyy"));
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        Sheet sheet = workbook.createSheet("Working list");
        Row header = sheet.createRow(0);
        for (int i = 0; i < HEADINGS.size(); i++) {
            header.createCell(i).setCellValue(HEADINGS.get(i));
        }
        Iterator<List<Object>> all = cells(rows);
        for (int number = 1; all.hasNext(); number++) {
            Row row = sheet.createRow(number);
            List<Object> cells = all.next();
            for (int i = 0; i < cells.size(); i++) {
                fill(row, i, cells.get(i), date, money);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private static void fill(Row row, int column, Object value, CellStyle date, CellStyle money) {
        if (value.equals("")) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof BigDecimal amount) {
            cell.setCellValue(amount.doubleValue());
            cell.setCellStyle(money);
        } else if (value instanceof Long whole) {
            cell.setCellValue(whole);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private static Iterator<List<Object>> cells(int rows) {
        return IntStream.range(0, rows).mapToObj(WorkingListWriter::row).iterator();
    }

    private static List<Object> row(int number) {
        return List.of(
                number % 3 == 0 ? "Contract expired" : "Out of borough and unseen for 12 months",
                number % 2 == 0 ? "Residential care" : "Supported living",
                number % 5 == 0 ? "Mental health" : "Physical support",
                "L" + number,
                "",
                "Provider of care number " + number % 700,
                "Council " + number % 150,
                number % 4 == 0 ? "Outside region" : "Rest of region",
                BigDecimal.valueOf(40_000 + number * 37L % 160_000, 2),
                FIRST_DAY.plusDays(number % 1_400),
                FIRST_DAY.plusDays(number * 7L % 1_400),
                number % 3 == 0 ? FIRST_DAY.plusDays(number * 11L % 1_400) : "",
                (long) (number % 400),
                number % 2 == 0 ? (Object) 7L : "");
    }
}
