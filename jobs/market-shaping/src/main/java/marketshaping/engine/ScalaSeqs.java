package marketshaping.engine;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Lists as the engine's interface in Scala wants them. */
public final class ScalaSeqs {

    private ScalaSeqs() {}

    public static Seq<String> of(List<String> names) {
        return CollectionConverters.asScala(names).toList();
    }
}
