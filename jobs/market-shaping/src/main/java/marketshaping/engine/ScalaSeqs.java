package marketshaping.engine;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Converts lists for Spark methods that take Scala collections. */
public final class ScalaSeqs {

    private ScalaSeqs() {}

    public static Seq<String> of(List<String> names) {
        return CollectionConverters.asScala(names).toList();
    }
}
