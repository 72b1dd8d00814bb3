package cine;

import org.apache.spark.sql.api.java.UDF1;

/** Each letter as its capital, by itself: Spark's upper makes two letters of some. */
public final class Upper implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String call(String text) {
    if (text == null) return null;
    return text.codePoints()
        .map(Character::toUpperCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
