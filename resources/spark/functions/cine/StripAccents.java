package cine;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.spark.sql.api.java.UDF1;

/** A text without its marks (accents, cedillas…), in normal form C: what DuckDB's strip_accents gives. */
public final class StripAccents implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  @Override
  public String call(String text) {
    if (text == null) return null;
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }
}
