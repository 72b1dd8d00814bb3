package cine;

import java.text.Normalizer;
import org.apache.spark.sql.api.java.UDF1;

/** A text in Unicode's normal form C, which Spark SQL has no function for. */
public final class Nfc implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String call(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
