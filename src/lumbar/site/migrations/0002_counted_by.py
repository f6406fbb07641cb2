from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lumbar", "0001_journal"),
    ]

    operations = [
        migrations.AddField(
            model_name="setdonerow",
            name="counted_by",
            field=models.CharField(max_length=6, null=True),
        ),
    ]
