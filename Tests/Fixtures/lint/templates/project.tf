variable "image" {
  type = string
}

resource "aws_codebuild_project" "image" {
  name         = "image-${var.image}" # { in a comment
  service_role = aws_iam_role.build.arn

  source {
    type      = "NO_SOURCE"
    buildspec = <<-EOT
      version: 0.2
      phases:
        build:
          comands:
            - docker build -t ${var.image} .
        post_build:
          commands:
            - echo "Pushed: ${var.image} by $${USER}"
    EOT
  }
}

resource "aws_codebuild_project" "notes" {
  name         = "notes"
  service_role = aws_iam_role.build.arn

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2\nphases:\n  biuld:\n    commands:\n      - echo \"done\"\n"
  }
}

resource "aws_codebuild_project" "from_file" {
  name = "from-file"

  source {
    type      = "NO_SOURCE"
    buildspec = file("${path.module}/buildspec.yml")
  }
}
