package cine;

import org.apache.spark.sql.api.java.UDF1;

/** Each letter as its small one, by itself: Spark's lower minds the letters beside it (a Greek sigma at an end). */
public final class Lower implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String call(String text) {
    if (text == null) return null;
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
