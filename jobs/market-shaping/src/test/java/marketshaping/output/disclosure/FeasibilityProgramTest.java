package marketshaping.output.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeasibilityProgramTest {
    private final TableCell shown = TableCell.of(BigDecimal.valueOf(7));

    @Test
    void ones_that_fill_their_total_cannot_increase() {
        List<TableCell> ones = List.of(hidden(1), hidden(1), hidden(1));
        FeasibilityProgram program = program(ones, new SumConstraint(TableCell.of(BigDecimal.valueOf(3)), ones));

        assertThat(program.maximise(ones)).isEqualTo(new FeasibilityProgram.Solution(false, List.of()));
    }

    @Test
    void one_increases_if_another_part_can_decrease() {
        TableCell one = hidden(1);
        TableCell six = hidden(6);
        FeasibilityProgram program = program(List.of(one, six), new SumConstraint(shown, List.of(one, six)));

        assertThat(program.maximise(List.of(one))).isEqualTo(new FeasibilityProgram.Solution(true, List.of(one)));
    }

    /** The two totals together allow all three parts of 1 only the total of 3 that they have. */
    @Test
    void ones_are_fixed_by_constraints_together() {
        TableCell first = hidden(1);
        TableCell second = hidden(1);
        TableCell third = hidden(1);
        TableCell rest = hidden(6);
        TableCell all = hidden(9);
        FeasibilityProgram program = program(
                List.of(first, second, third, rest, all),
                new SumConstraint(all, List.of(first, second, third, rest)),
                new SumConstraint(all, List.of(TableCell.of(BigDecimal.valueOf(3)), rest)));

        assertThat(program.maximise(List.of(first, second, third)).reachesOne()).isFalse();
    }

    /** Row 1 and column 1 of a table of twos with ones: an increase needs a cycle through cells that can decrease. */
    @Test
    void one_of_a_table_increases_with_a_cycle() {
        List<TableCell> cells = IntStream.of(1, 3, 3, 4)
                .mapToObj(FeasibilityProgramTest::hidden)
                .toList();
        FeasibilityProgram program = program(
                cells,
                new SumConstraint(TableCell.of(BigDecimal.valueOf(4)), cells.subList(0, 2)),
                new SumConstraint(shown, cells.subList(2, 4)),
                new SumConstraint(TableCell.of(BigDecimal.valueOf(4)), List.of(cells.get(0), cells.get(2))),
                new SumConstraint(shown, List.of(cells.get(1), cells.get(3))));

        assertThat(program.maximise(cells.subList(0, 1)).increased()).containsExactly(cells.get(0));
    }

    /** No factor is 1 or -1, so elimination leaves the equation to the solver. */
    @Test
    void equation_without_a_factor_of_one_still_holds() {
        Map<Integer, Double> equation = Map.of(0, 2.0, 1, 3.0);
        FeasibilityEquations equations = new FeasibilityEquations(List.of(equation));

        assertThat(equations.solved()).isEmpty();
        assertThat(equations.unsolved()).containsExactly(equation);
    }

    @Test
    void elimination_solves_dependent_equations_once() {
        FeasibilityEquations equations = new FeasibilityEquations(List.of(
                Map.of(0, 1.0, 1, 1.0, 2, -1.0),
                Map.of(2, 1.0, 3, 1.0, 4, -1.0),
                Map.of(0, 1.0, 1, 1.0, 3, 1.0, 4, -1.0)));

        assertThat(equations.solved()).hasSize(2);
        assertThat(equations.unsolved()).isEmpty();
    }

    private static FeasibilityProgram program(List<TableCell> hidden, SumConstraint... sums) {
        return new FeasibilityProgram(new ArrayList<>(hidden), List.of(sums));
    }

    private static TableCell hidden(long value) {
        TableCell cell = TableCell.of(BigDecimal.valueOf(value));
        cell.suppressPrimary();
        return cell;
    }
}
