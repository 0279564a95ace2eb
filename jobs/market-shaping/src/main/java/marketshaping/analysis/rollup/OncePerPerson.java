package marketshaping.analysis.rollup;

/** A figure of one line of each person in a cell, for amounts that all lines of a person share. */
public final class OncePerPerson implements Accumulator {
    private final int[] people;
    private final Accumulator figure;
    /** The cells and people of the lines so far. */
    private final CellIndex seen = new CellIndex();

    private OncePerPerson(int[] people, Accumulator figure) {
        this.people = people;
        this.figure = figure;
    }

    private record OfKind(Figure.Kind kind) implements Figure.Kind {
        @Override
        public Accumulator over(Lines lines) {
            return new OncePerPerson(lines.people(), kind.over(lines));
        }

        @Override
        public Object value(Part part) {
            return kind.value(part);
        }
    }

    /** Returns the figure with each person's first line in a cell, of those that it selects. */
    public static Figure of(Figure figure) {
        return new Figure(figure.name(), figure.where(), figure.isYearBefore(), new OfKind(figure.kind()));
    }

    @Override
    public void start(Span span) {
        figure.start(span);
    }

    @Override
    public void add(int cell, int line) {
        int before = seen.size();
        seen.numberOf((long) cell << Integer.SIZE | people[line]);
        if (seen.size() > before) {
            figure.add(cell, line);
        }
    }

    @Override
    public Part part(int cell) {
        return figure.part(cell);
    }
}
