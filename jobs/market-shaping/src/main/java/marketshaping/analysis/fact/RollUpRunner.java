package marketshaping.analysis.fact;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.engine.DriverThreads;
import marketshaping.engine.ExecutionProfile;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Rolls up facts. A council's lines are read to the driver once. A region's lines are rolled up in Spark tasks, each with
 * all lines of its people, and only cells reach the driver. The cells are the same.
 */
public final class RollUpRunner {
    private final SparkSession spark;
    private final ExecutionProfile profile;

    public RollUpRunner(SparkSession spark, ExecutionProfile profile) {
        this.spark = spark;
        this.profile = profile;
    }

    /**
     * Returns the cells of each request.
     *
     * @throws marketshaping.model.problem.UserProblem if a cost or payment is far beyond any real one
     */
    public Map<RollUpRequest, List<RollUp.Cell>> of(List<RollUpRequest> requests) {
        Map<RollUpRequest, List<RollUp.Cell>> cells = new HashMap<>();
        requests.stream().collect(Collectors.groupingBy(RollUpRequest::fact)).forEach((fact, own) -> {
            fact.requireRealCosts(spark);
            fact.requireRealPayments(spark);
            cells.putAll(profile == ExecutionProfile.REGION ? inTasks(fact, own) : onDriver(fact, own));
        });
        return cells;
    }

    private Map<RollUpRequest, List<RollUp.Cell>> onDriver(FactLines fact, List<RollUpRequest> requests) {
        Lines lines = fact.lines(fact.rows(spark).collectAsList().iterator());
        Map<RollUpRequest, List<RollUp.Cell>> cells = new HashMap<>();
        List<List<RollUp.Cell>> inOrder =
                DriverThreads.map(requests, request -> request.rollUp().of(lines, request.slices()));
        for (int i = 0; i < requests.size(); i++) {
            cells.put(requests.get(i), inOrder.get(i));
        }
        return cells;
    }

    private Map<RollUpRequest, List<RollUp.Cell>> inTasks(FactLines fact, List<RollUpRequest> requests) {
        List<RollUpRequest> all = List.copyOf(requests);
        JavaPairRDD<CellKey, RollUp.Contribution> contributions = fact.rowsByPerson(spark)
                .toJavaRDD()
                .mapPartitionsToPair(rows -> contributions(fact, all, rows))
                .reduceByKey(RollUp.Contribution::with);
        Map<RollUpRequest, List<RollUp.Cell>> cells = new HashMap<>();
        all.forEach(request -> cells.put(request, new ArrayList<>()));
        contributions
                .map(cell -> new Tuple2<>(
                        cell._1().request(),
                        all.get(cell._1().request()).rollUp().cell(cell._2())))
                .collect()
                .forEach(cell -> cells.get(all.get(cell._1())).add(cell._2()));
        return cells;
    }

    private record CellKey(int request, List<String> values) implements Serializable {}

    private static Iterator<Tuple2<CellKey, RollUp.Contribution>> contributions(
            FactLines fact, List<RollUpRequest> requests, Iterator<Row> rows) {
        Lines lines = fact.lines(rows);
        return IntStream.range(0, requests.size())
                .boxed()
                .flatMap(i -> requests
                        .get(i)
                        .rollUp()
                        .contributions(lines, requests.get(i).slices())
                        .stream()
                        .map(cell -> new Tuple2<>(new CellKey(i, cell.values()), cell)))
                .iterator();
    }
}
